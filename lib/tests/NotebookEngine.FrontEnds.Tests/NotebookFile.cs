using System.Text.Json.Nodes;

namespace NotebookEngine.FrontEnds.Tests;

/// <summary>A notebook of a test's own.</summary>
internal static class NotebookFile
{
    /// <param name="path">Where it is written.</param>
    /// <param name="cells">The code of its cells; their ids are <c>cell-1</c> and so on.</param>
    /// <returns>The path.</returns>
    public static string Write(string path, params IEnumerable<string> cells)
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Index().Select(cell => Cell($"cell-{cell.Index + 1}", cell.Item))]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp",
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(path, notebook.ToJsonString());
        return path;
    }

    private static JsonObject Cell(string id, string code) =>
        new()
        {
            ["cell_type"] = "code",
            ["id"] = id,
            ["metadata"] = new JsonObject(),
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(),
            ["source"] = code,
        };
}
