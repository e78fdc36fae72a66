namespace NotebookEngine.Reports;

/// <summary>One notebook in the file that <c>--json</c> writes.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>timed out</c> or <c>unreadable</c>.</param>
/// <param name="Problem">Why it is unreadable; otherwise absent.</param>
/// <param name="OutputProblems">What is wrong with the stored outputs, a text each; absent where nothing is.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Cells">Its code cells.</param>
internal sealed record NotebookEntry(
    string Name,
    string Path,
    string Outcome,
    string? Problem,
    IReadOnlyList<string>? OutputProblems,
    double Seconds,
    IReadOnlyList<CellEntry> Cells
);
