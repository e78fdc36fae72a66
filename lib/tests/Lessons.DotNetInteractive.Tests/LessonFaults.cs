using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>What a reader of an executed lesson would take for a defect of the lesson.</summary>
internal static class LessonFaults
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string Html = "text/html";
    private const string PlainText = "text/plain";

    // The formatter's own HTML for an object that it knows nothing about: its properties, one row each. The style sheet that comes
    // with plain values names the class as well.
    private const string TableOfProperties = "class=\"dni-treeview\"";

    /// <returns>A line for each fault, which begins with the cell.</returns>
    public static IReadOnlyList<string> In(JsonObject executed) =>
        [
            .. from cell in new SavedNotebook(executed).CodeCells
            from output in cell.Outputs
            from fault in In(output)
            select $"cell {cell.Id}: {fault}",
            .. from cell in executed["cells"]!.AsArray()
            from output in cell!["outputs"]?.AsArray() ?? []
            where output!["data"]?[Plotly] is JsonValue
            select $"cell {cell["id"]}: has a chart whose {Plotly} is text instead of an object: no viewer draws it",
        ];

    private static IEnumerable<string> In(SavedOutput output) =>
        output.Type switch
        {
            "error" => [$"fails: {output.Forms["ename"]}: {output.Forms["evalue"]}"],
            "stream stderr" => [$"writes to stderr: {output.Forms["text"].Trim()}"],
            "stream stdout" => [],
            _ => InShown(output.Forms),
        };

    private static IEnumerable<string> InShown(IReadOnlyDictionary<string, string> forms)
    {
        var html = forms.GetValueOrDefault(Html, "");
        if (html.Contains(TableOfProperties, StringComparison.Ordinal))
        {
            yield return $"shows a table of properties: {Start(html)}";
        }

        if (html.Contains("cdn.plot.ly", StringComparison.Ordinal))
        {
            yield return "shows a chart that is blank without a network";
        }

        if (!forms.ContainsKey(Plotly))
        {
            yield break;
        }

        if (!html.Contains("<svg", StringComparison.Ordinal) && !html.Contains("<table", StringComparison.Ordinal))
        {
            yield return $"has a chart without a drawing or table as {Html}";
        }

        if (string.IsNullOrWhiteSpace(forms.GetValueOrDefault(PlainText)))
        {
            yield return $"has a chart without its summary as {PlainText}";
        }
    }

    private static string Start(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
