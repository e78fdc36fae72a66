using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace Lessons.Tests.Pages;

/// <summary>A cell of prose that is written from a file of <c>data/</c>.</summary>
internal static class WrittenCell
{
    /// <summary>Compares the cell, or with <c>UPDATE_LESSONS=1</c> writes it first.</summary>
    public static Task HoldAsync(string lesson, string cellId, string expected)
    {
        if (WrittenPage.IsUpdate)
        {
            Write(lesson, cellId, expected);
        }

        return WorkingCopy.HoldAsync(
            lesson,
            notebook => Assert.Equal(expected, notebook.Cells.Single(cell => cell.Id == cellId).Source)
        );
    }

    private static void Write(string lesson, string cellId, string text)
    {
        var file = Checkout.PathOf(lesson);
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var lines = text.Split('\n');
        json["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == cellId)!["source"] = new JsonArray([
            .. lines.Select((line, number) => JsonValue.Create(number < lines.Length - 1 ? line + "\n" : line)),
        ]);
        File.WriteAllText(file, JupyterJson.Write(json));
    }
}
