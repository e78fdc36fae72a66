using System.Text.Json.Serialization;

namespace NotebookEngine.Reports;

/// <summary>The file that <c>--json</c> writes: results of one run, in the order of the notebooks. Names are in camel case.</summary>
/// <param name="Passed">How many notebooks passed.</param>
/// <param name="Failed">How many did not, for whatever reason.</param>
/// <param name="Notebooks">All of them.</param>
internal sealed record ResultDocument(int Passed, int Failed, IReadOnlyList<NotebookEntry> Notebooks);

/// <summary>One notebook in the file that <c>--json</c> writes.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>timed out</c>, <c>unreadable</c> or <c>cancelled</c>.</param>
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

/// <summary>Serialization of what the engine reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ResultDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
