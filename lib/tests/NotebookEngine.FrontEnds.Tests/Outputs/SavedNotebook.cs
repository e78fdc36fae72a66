using System.Text.Json.Nodes;

namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>A notebook file with its outputs.</summary>
internal sealed class SavedNotebook(JsonObject json)
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

    /// <summary>All of it but what running the cells gives: what a person has written, and the metadata.</summary>
    public JsonObject WithoutOutputs()
    {
        var rest = json.DeepClone().AsObject();
        foreach (var cell in rest["cells"]!.AsArray().Where(cell => cell!["outputs"] is not null))
        {
            cell!["outputs"] = new JsonArray();
            cell["execution_count"] = null;
        }

        return rest;
    }
}
