using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>One cell as it stands in the file, without the outputs that an earlier run left there.</summary>
public sealed record NotebookCell
{
    public required CellKind Kind { get; init; }

    /// <summary>The cell's id, or <c>cell-N</c> where the file is older than nbformat 4.5 and has none.</summary>
    public required string Id { get; init; }

    /// <summary>Position among all cells of the notebook, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text, its lines separated by <c>\n</c>.</summary>
    public required string Source { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>All metadata, unknown members included.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>Attachments of a Markdown or raw cell, or null.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>The source's lines, without their ends; line 1 is the first.</summary>
    public IReadOnlyList<string> Lines => Source.ReplaceLineEndings("\n").Split('\n');
}

/// <summary>The three kinds of cell that nbformat 4 knows.</summary>
public enum CellKind
{
    Code,
    Markdown,
    Raw,
}

/// <summary>Cell tags with a meaning; both are nbclient's.</summary>
public static class CellTags
{
    /// <summary>The cell must throw, or fail to compile.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell is not run.</summary>
    public const string SkipExecution = "skip-execution";
}
