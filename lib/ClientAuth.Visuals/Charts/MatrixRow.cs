namespace ClientAuth.Visuals.Charts;

/// <summary>A row of a matrix.</summary>
/// <param name="Name">What was sent.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Verdict">The check that failed, or that all passed.</param>
/// <param name="IsRefused">Whether a check failed.</param>
/// <param name="Answer">What the client was told: status and error code.</param>
internal sealed record MatrixRow(
    string Name,
    IReadOnlyList<MatrixCell> Cells,
    string Verdict,
    bool IsRefused,
    string Answer
);
