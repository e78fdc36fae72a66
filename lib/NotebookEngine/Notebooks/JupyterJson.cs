using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Notebooks;

/// <summary>
/// Writes JSON byte for byte as Jupyter does, so that saving in a front end changes nothing: members sorted, indented by one
/// space, line feeds, a line feed last, and nothing escaped that need not be.
/// </summary>
internal static class JupyterJson
{
    /// <summary>How deep JSON may be nested that is read: a notebook of somebody else must not exhaust the stack.</summary>
    internal const int Deepest = 256;

    /// <summary>Whether a MIME type is one of JSON: its form holds any value. That of every other is a text.</summary>
    internal static bool IsJson(string mimeType) =>
        mimeType.EndsWith("+json", StringComparison.Ordinal) || mimeType.EndsWith("/json", StringComparison.Ordinal);

    /// <summary>Text as a list of its lines, each but the last with its line feed: nbformat's multi-line string.</summary>
    internal static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        var withEnds = lines[..^1].Select(line => $"{line}\n").Append(lines[^1]).Where(line => line.Length > 0);
        return new JsonArray([.. withEnds.Select(line => (JsonNode)line)]);
    }

    internal static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Append(text, root, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal);
                AppendAll(
                    text,
                    '{',
                    '}',
                    sorted,
                    depth,
                    member =>
                    {
                        AppendString(text, member.Key);
                        text.Append(": ");
                        Append(text, member.Value, depth + 1);
                    }
                );
                break;
            case JsonArray items:
                AppendAll(text, '[', ']', items, depth, item => Append(text, item, depth + 1));
                break;
            case { } value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void AppendAll<T>(
        StringBuilder text,
        char open,
        char close,
        IEnumerable<T> items,
        int depth,
        Action<T> append
    )
    {
        text.Append(open);
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator).Append('\n').Append(' ', depth + 1);
            append(item);
            separator = ",";
        }

        if (separator.Length > 0)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            if (char.IsSurrogatePair(value, index))
            {
                text.Append(value, index++, 2);
            }
            else
            {
                AppendCharacter(text, value[index]);
            }
        }

        text.Append('"');
    }

    private static void AppendCharacter(StringBuilder text, char character)
    {
        _ = character switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            // Half of a pair is no character and has no UTF-8 form.
            < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ when char.IsSurrogate(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
            _ => text.Append(character),
        };
    }
}
