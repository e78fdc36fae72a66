using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lessons.Tests.VsCode;

/// <summary>
/// Text as JavaScript's <c>JSON.stringify</c> makes it (ECMA-262, 25.5.2), of an object whose members VS Code has sorted. Numbers
/// stay as they were read: outside outputs a notebook has whole ones only.
/// </summary>
internal static class JavaScriptJson
{
    public static string Stringify(JsonNode root, string indent)
    {
        var text = new StringBuilder();
        Append(text, root, indent, "\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, string indent, string newLine)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                var separator = '{';
                foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(separator).Append(newLine).Append(indent).Append(Quoted(name)).Append(": ");
                    Append(text, value, indent, newLine + indent);
                    separator = ',';
                }

                text.Append(newLine).Append('}');
                break;
            case JsonArray { Count: > 0 } items:
                var before = '[';
                foreach (var item in items)
                {
                    text.Append(before).Append(newLine).Append(indent);
                    Append(text, item, indent, newLine + indent);
                    before = ',';
                }

                text.Append(newLine).Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                text.Append(Quoted(value.GetValue<string>()));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        for (var index = 0; index < value.Length; index++)
        {
            var isPair = char.IsSurrogatePair(value, index);
            text.Append(isPair ? value.Substring(index, 2) : Escaped(value[index]));
            index += isPair ? 1 : 0;
        }

        return text.Append('"').ToString();
    }

    private static string Escaped(char character) =>
        character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ when char.IsSurrogate(character) => string.Create(
                CultureInfo.InvariantCulture,
                $"\\u{(int)character:x4}"
            ),
            _ => character.ToString(),
        };
}
