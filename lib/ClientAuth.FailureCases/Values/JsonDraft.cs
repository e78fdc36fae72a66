using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientAuth.FailureCases.Values;

/// <summary>A JSON object while it is changed: the body of a request, or header or claims of a JWT. It may be replaced by text that is no JSON.</summary>
internal sealed class JsonDraft(JsonObject members)
{
    private readonly List<KeyValuePair<string, JsonNode?>> _again = [];
    private string? _text;
    private string? _hex;

    public void Change(JsonObject? set, IReadOnlyList<string>? remove, JsonObject? again)
    {
        foreach (var name in remove ?? [])
        {
            members.Remove(name);
        }

        foreach (var (name, value) in set ?? [])
        {
            members[name] = value?.DeepClone();
        }

        _again.AddRange(again ?? []);
    }

    public void Replace(string? text, string? hex)
    {
        _text = text ?? _text;
        _hex = hex ?? _hex;
    }

    /// <summary>The octets, placeholders filled in.</summary>
    public byte[] ToBytes(Placeholders values) =>
        _hex is not null ? Convert.FromHexString(_hex)
        : _text is not null ? Encoding.UTF8.GetBytes(values.Expand(_text))
        : Encoding.UTF8.GetBytes(ToText(values));

    private string ToText(Placeholders values)
    {
        var written = members
            .Concat(_again)
            .Select(member => $"{Text(member.Key)}:{Text(values.Resolve(member.Value))}");
        return $"{{{string.Join(',', written)}}}";
    }

    // A number stays as it is written, 1e400 too.
    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static string Text(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}
