using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Comparison;

/// <summary>A notebook file with its outputs.</summary>
internal sealed partial class SavedNotebook(JsonObject json)
{
    public IReadOnlyList<SavedCell> CodeCells { get; } =
    [
        .. json["cells"]!
            .AsArray()
            .Select((cell, index) => (Cell: cell!.AsObject(), Number: index + 1))
            .Where(one => one.Cell["cell_type"]!.GetValue<string>() == "code")
            .Select(one => SavedCell.Read(one.Cell, one.Number)),
    ];

    /// <summary>Whether the file holds anything that a run gives.</summary>
    public bool HasOutputs => CodeCells.Any(cell => cell.ExecutionCount is not null || cell.Outputs.Count > 0);

    public SavedCell this[string id] => CodeCells.Single(cell => cell.Id == id);

    public static SavedNotebook Read(string path) => Parse(File.ReadAllText(path));

    /// <param name="text">Of a notebook's file.</param>
    public static SavedNotebook Parse(string text) =>
        // Outputs of charts nest deeper than the 64 levels that are the default.
        new(JsonNode.Parse(text, documentOptions: new() { MaxDepth = JupyterJson.Deepest })!.AsObject());

    /// <summary>
    /// The text with no outputs and no counts: all but what running the cells gives, byte for byte. It is what clearing all outputs
    /// leaves, in whatever front end.
    /// </summary>
    /// <param name="text">Of a notebook's file, as nbformat writes it.</param>
    public static string WithoutOutputs(string text) => Count().Replace(CellOutputs().Replace(text, "[]"), "null");

    // Three spaces before a name: it is a cell's own, and none of its outputs'.
    [GeneratedRegex(@"(?<=^   ""outputs"": )\[\n.*?\n   \]", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CellOutputs();

    [GeneratedRegex(@"(?<=^   ""execution_count"": )\d+", RegexOptions.Multiline)]
    private static partial Regex Count();
}
