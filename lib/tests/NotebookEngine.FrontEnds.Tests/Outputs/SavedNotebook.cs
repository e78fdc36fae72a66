using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>A notebook file with its outputs.</summary>
internal sealed partial class SavedNotebook(JsonObject json)
{
    public IReadOnlyList<SavedCell> CodeCells { get; } =
    [
        .. json["cells"]!
            .AsArray()
            .Where(cell => cell!["cell_type"]!.GetValue<string>() == "code")
            .Select(cell => SavedCell.Read(cell!.AsObject())),
    ];

    public SavedCell this[string id] => CodeCells.Single(cell => cell.Id == id);

    public static SavedNotebook Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    /// <summary>
    /// A file's text, as nbformat writes it, with no outputs and no counts: all but what running the cells gives, byte for byte.
    /// </summary>
    public static string TextWithoutOutputs(string path) =>
        Count().Replace(CellOutputs().Replace(File.ReadAllText(path), "[]"), "null");

    // Three spaces before a name: it is a cell's own, and none of its outputs'.
    [GeneratedRegex(@"(?<=^   ""outputs"": )\[\n.*?\n   \]", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CellOutputs();

    [GeneratedRegex(@"(?<=^   ""execution_count"": )\d+", RegexOptions.Multiline)]
    private static partial Regex Count();
}
