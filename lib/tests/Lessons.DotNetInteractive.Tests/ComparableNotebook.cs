using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>An executed notebook without what differs between the engines by design.</summary>
internal static class ComparableNotebook
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <param name="executed">As an engine or a front end has saved it.</param>
    /// <param name="withFigures">Whether both engines carry a chart's figure; else it is left out.</param>
    public static SavedNotebook Of(JsonObject executed, bool withFigures)
    {
        var comparable = executed.DeepClone().AsObject();
        var codeCells = comparable["cells"]!
            .AsArray()
            .Select(cell => cell!.AsObject())
            .Where(cell => cell["cell_type"]!.GetValue<string>() == "code");
        foreach (var outputs in codeCells.Select(cell => cell["outputs"]!.AsArray()))
        {
            foreach (var output in outputs.Select(output => output!.AsObject()).ToList())
            {
                if (IsScriptOfTheTool(output))
                {
                    outputs.Remove(output);
                }
                else if (output["data"] is JsonObject forms)
                {
                    if (!withFigures)
                    {
                        LeaveFigureOut(forms);
                    }

                    RemoveTracing(forms);
                }
            }
        }

        return new SavedNotebook(comparable);
    }

    // What has a drawing is then compared as a chart, whether or not there was a figure beside it. A sequence never has one.
    private static void LeaveFigureOut(JsonObject forms)
    {
        forms.Remove(Plotly);
        if (Text(forms["text/html"]).Contains("<svg", StringComparison.Ordinal) && !IsSequence(forms))
        {
            forms[Plotly] = "left out";
        }
    }

    private static bool IsSequence(JsonObject forms) =>
        MeasuredSequence.IsOne(new Dictionary<string, string> { ["text/plain"] = Text(forms["text/plain"]) });

    private static void RemoveTracing(JsonObject forms)
    {
        foreach (var (name, value) in forms.Where(form => form.Value is not JsonObject).ToList())
        {
            forms[name] = TracingHeader.RemovedFrom(Text(value));
        }
    }

    // nbformat saves a text as its lines.
    private static string Text(JsonNode? value) =>
        (value is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)value) ?? "";

    // Before the first cell's output the tool displays a script, which loads its client library into a page.
    private static bool IsScriptOfTheTool(JsonObject output) =>
        output["output_type"]!.GetValue<string>() == "display_data"
        && output["data"]!["text/html"]?.ToJsonString().Contains("loadDotnetInteractiveApi", StringComparison.Ordinal)
            is true;
}
