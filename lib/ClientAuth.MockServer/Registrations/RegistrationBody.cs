using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Registrations;

/// <summary>Reads the body of a registration: one JSON object, no name twice, whole text (RFC 7591 §3.1).</summary>
internal static class RegistrationBody
{
    private const string MediaType = "application/json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The members, or null where a check failed. A member that is null is left out (RFC 7592 §2.2).</summary>
    public static JsonObject? Read(IncomingRequest incoming, Trail trail)
    {
        var contentType = incoming.Http.Header("Content-Type");
        var isJson =
            MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && string.Equals(parsed.MediaType, MediaType, StringComparison.OrdinalIgnoreCase);
        return trail.Check(Rules.RegistrationContentType, isJson, MediaType, Quote.Text(contentType))
            ? ReadObject(incoming.Http.Body, trail)
            : null;
    }

    private static JsonObject? ReadObject(string body, Trail trail)
    {
        var (members, seen) = Parse(body);
        return trail.Check(Rules.RegistrationJson, members is not null, "a JSON object, no name twice", seen)
            ? members
            : null;
    }

    private static (JsonObject? Members, string Seen) Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) is JsonObject members && IsWhole(members)
                ? (WithoutNulls(members), $"{members.Count} members")
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

    private static JsonObject WithoutNulls(JsonObject members)
    {
        foreach (var (name, _) in members.Where(member => member.Value is null).ToList())
        {
            members.Remove(name);
        }

        return members;
    }
}
