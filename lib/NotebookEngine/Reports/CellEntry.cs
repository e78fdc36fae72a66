namespace NotebookEngine.Reports;

/// <summary>One code cell in the file that <c>--json</c> writes.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Number">Position among all cells, from 1.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>timed out</c> or <c>skipped</c>.</param>
/// <param name="SkipReason">Why it was skipped; otherwise absent.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Failure">Why it failed; otherwise absent.</param>
internal sealed record CellEntry(
    string Id,
    int Number,
    string Outcome,
    string? SkipReason,
    double Seconds,
    FailureEntry? Failure
);
