using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Comparison;

/// <summary>One output of a cell.</summary>
/// <param name="Type">The <c>output_type</c>, and of a stream its name.</param>
/// <param name="Forms">Text by MIME type; of a stream and an error, which have none, by the member's name.</param>
internal sealed record SavedOutput(string Type, IReadOnlyDictionary<string, string> Forms)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static SavedOutput Read(JsonObject output)
    {
        var type = output["output_type"]!.GetValue<string>();
        return type switch
        {
            "stream" => new($"stream {output["name"]}", One("text", output["text"]!)),
            "error" => new(
                type,
                new Dictionary<string, string>
                {
                    ["ename"] = Text(output["ename"]!),
                    ["evalue"] = Text(output["evalue"]!),
                    ["traceback"] = string.Join('\n', output["traceback"]!.AsArray()),
                }
            ),
            _ => new(type, output["data"]!.AsObject().ToDictionary(form => form.Key, form => Text(form.Value))),
        };
    }

    /// <summary>Whether this is a piece of the same text: a front end may get a cell's text in any number of pieces.</summary>
    public bool Continues(SavedOutput? previous) =>
        previous?.Type == Type && Type.StartsWith("stream ", StringComparison.Ordinal);

    public SavedOutput Followed(SavedOutput piece) =>
        this with
        {
            Forms = new Dictionary<string, string> { ["text"] = Forms["text"] + piece.Forms["text"] },
        };

    /// <summary>The same without what differs from run to run.</summary>
    public SavedOutput Masked() => this with { Forms = OutputMask.Mask(Forms) };

    private static Dictionary<string, string> One(string name, JsonNode text) => new() { [name] = Text(text) };

    private static string Text(JsonNode? value) =>
        value switch
        {
            JsonArray lines when lines.All(IsText) => string.Concat(lines.Select(line => line!.GetValue<string>())),
            null => "null",
            _ when IsText(value) => value.GetValue<string>(),
            // As it is read: an escape's last digit would touch the number behind it.
            _ => Sorted(value)!.ToJsonString(Readable).Replace("\\u00A0", "\u00A0", StringComparison.OrdinalIgnoreCase),
        };

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    // nbformat sorts the members of everything that it writes.
    private static JsonNode? Sorted(JsonNode? value) =>
        value switch
        {
            JsonObject json => new JsonObject(
                json.OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            _ => value?.DeepClone(),
        };
}
