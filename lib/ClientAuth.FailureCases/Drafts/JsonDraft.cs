using System.Text;
using System.Text.Json.Nodes;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>A JSON object to be sent, which may yet become something that is none.</summary>
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
            .Select(member => $"{JsonText.Of(member.Key)}:{JsonText.Of(values.Resolve(member.Value))}");
        return $"{{{string.Join(',', written)}}}";
    }
}
