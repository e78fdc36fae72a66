using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientAuth.MockServer.Reading;

/// <summary>Reads a body that is JSON: one object, no name twice at any depth, whole text (RFC 8259 §4, §8.2).</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The members, or null where the body is no such object; what it is instead, in words that quote nothing.</summary>
    public static (JsonObject? Members, string Seen) Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) is JsonObject members && IsWhole(members)
                ? (members, $"{members.Count} members")
                : (null, "JSON, but no object");
        }
        catch (JsonException)
        {
            return (null, "no JSON, or a name twice");
        }
        catch (InvalidOperationException)
        {
            // How the reader says that a string holds half a character (RFC 8259 §8.2).
            return (null, "half a character, which is no text");
        }
    }

    // Reads every name and string once, so that none throws later.
    private static bool IsWhole(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.All(member => IsWhole(member.Value)),
            JsonArray elements => elements.All(IsWhole),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is not null,
            _ => true,
        };
}
