using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookEngine.Outputs;

/// <summary>
/// JSON whose texts are whole characters. A cell can put out half a surrogate pair; with one in it, a file could neither be read
/// again nor saved by Jupyter.
/// </summary>
internal static partial class WholeText
{
    /// <summary>JSON that can be parsed and read: where an escape in it is half a pair, it is one of U+FFFD.</summary>
    internal static string OfJson(string json) =>
        Escape.Replace(Whole(json), escape => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value);

    /// <summary>The same value; where a text holds half a pair, a copy with U+FFFD in its place, as UTF-8 has it (Unicode 3.9).</summary>
    internal static JsonNode Of(JsonNode node) => IsWhole(node) ? node : Copy(node)!;

    private static bool IsWhole(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.All(member => IsWhole(member.Key) && IsWhole(member.Value)),
            JsonArray items => items.All(IsWhole),
            _ => !IsText(node) || IsWhole(node!.GetValue<string>()),
        };

    private static JsonNode? Copy(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(Whole(member.Key), Copy(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Copy)]),
            _ when IsText(node) => Whole(node!.GetValue<string>()),
            _ => node?.DeepClone(),
        };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsWhole(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    // Every escape is matched, so that the backslash of one does not begin another.
    [GeneratedRegex(
        @"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
        RegexOptions.Singleline
    )]
    private static partial Regex Escape { get; }

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
