using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>
/// The events of one cell as outputs of a notebook, translated as <c>ExecuteRequestHandler</c> of the tool
/// <c>dotnet-interactive</c> does, but for JSON: that stays JSON here, as it does in the tool's mode for VS Code.
/// </summary>
internal static class KernelOutputs
{
    public static JsonArray Of(IEnumerable<KernelEvent> events)
    {
        var outputs = new JsonArray();
        var places = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (happened is DisplayedValueUpdated update && places.TryGetValue(update.ValueId, out var shown))
            {
                shown["data"] = Data(update);
            }
            else if (Output(happened) is { } output)
            {
                outputs.Add(output);
                if (happened is DisplayedValueProduced { ValueId: { } place })
                {
                    places[place] = output;
                }
            }
        }

        return outputs;
    }

    private static JsonObject? Output(KernelEvent happened) =>
        happened switch
        {
            ReturnValueProduced { Value: DisplayedValue } => null,
            ReturnValueProduced value => Rich("execute_result", value),
            DisplayedValueProduced value => Rich("display_data", value),
            StandardOutputValueProduced printed => Stream("stdout", Plain(printed)),
            StandardErrorValueProduced printed => Stream("stderr", Plain(printed)),
            DiagnosticsProduced { FormattedDiagnostics: { Count: > 0 } told } => Stream(
                "stderr",
                string.Join('\n', told.Select(line => line.Value))
            ),
            CommandFailed failed => new JsonObject
            {
                ["output_type"] = "error",
                ["ename"] = failed.Exception?.GetType().FullName ?? "Error",
                ["evalue"] = failed.Message,
                ["traceback"] = new JsonArray(),
            },
            _ => null,
        };

    private static JsonObject Rich(string type, DisplayEvent value) =>
        new()
        {
            ["output_type"] = type,
            ["metadata"] = new JsonObject(),
            ["data"] = Data(value),
        };

    private static JsonObject Data(DisplayEvent value) =>
        new(
            value.FormattedValues.Select(form =>
                KeyValuePair.Create(
                    form.MimeType,
                    form.MimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(form.Value) : form.Value
                )
            )
        );

    private static JsonObject Stream(string name, string text) =>
        new()
        {
            ["output_type"] = "stream",
            ["name"] = name,
            ["text"] = new JsonArray(text),
        };

    private static string Plain(DisplayEvent printed) =>
        string.Concat(printed.FormattedValues.Select(form => form.Value));
}
