namespace NotebookEngine.Reports;

/// <summary>Why a cell failed, in the file that <c>--json</c> writes.</summary>
/// <param name="Name">The compiler's code, or the exception's type.</param>
/// <param name="Message">In the compiler's or the exception's words.</param>
/// <param name="Line">Line in the cell, from 1; absent where none is to blame.</param>
/// <param name="Column">Column in the line, from 1, of a compiler's error; otherwise absent.</param>
/// <param name="SourceLine">That line's text.</param>
/// <param name="Details">Further messages and frames.</param>
/// <param name="Values">Variables that the line mentions, by name.</param>
internal sealed record FailureEntry(
    string Name,
    string Message,
    int? Line,
    int? Column,
    string? SourceLine,
    IReadOnlyList<string> Details,
    IReadOnlyDictionary<string, string> Values
);
