namespace NotebookEngine.Reports;

/// <summary>The file that <c>--json</c> writes: results of one run, in the order of the notebooks. Names are in camel case.</summary>
/// <param name="Passed">How many notebooks passed.</param>
/// <param name="Failed">How many did not, for whatever reason.</param>
/// <param name="Notebooks">All of them.</param>
internal sealed record ResultDocument(int Passed, int Failed, IReadOnlyList<NotebookEntry> Notebooks);

/// <param name="Name">File name without extension.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>timed out</c> or <c>unreadable</c>.</param>
/// <param name="Problem">Why it is unreadable; otherwise absent.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Cells">Its code cells.</param>
internal sealed record NotebookEntry(
    string Name,
    string Path,
    string Outcome,
    string? Problem,
    double Seconds,
    IReadOnlyList<CellEntry> Cells
);

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

/// <param name="Name">The compiler's code, or the exception's type.</param>
/// <param name="Message">In the compiler's or the exception's words.</param>
/// <param name="Line">Line in the cell, from 1; absent where none is to blame.</param>
/// <param name="SourceLine">That line's text.</param>
/// <param name="Details">Further messages and frames.</param>
/// <param name="Values">Variables that the line mentions, by name.</param>
internal sealed record FailureEntry(
    string Name,
    string Message,
    int? Line,
    string? SourceLine,
    IReadOnlyList<string> Details,
    IReadOnlyDictionary<string, string> Values
);
