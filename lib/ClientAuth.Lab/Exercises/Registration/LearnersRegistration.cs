using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Registration;

/// <summary>A registration that a learner has written, read part by part, so that a mistake in one part can be named.</summary>
internal sealed class LearnersRegistration
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] PublicHalf = ["kty", "crv", "x", "y"];
    private readonly JsonObject _members;

    private LearnersRegistration(JsonObject members) => _members = members;

    public IEnumerable<string> MemberNames => _members.Select(member => member.Key);

    public string? SoftwareId =>
        _members["software_id"] is JsonValue text && text.TryGetValue(out string? id) ? id : null;

    /// <summary>What is said of keys, whatever it is; null where nothing is.</summary>
    public JsonNode? Jwks => _members["jwks"];

    /// <summary>The one key of a key set, or null where there is no such set.</summary>
    public JsonObject? OnlyKey =>
        (_members["jwks"] as JsonObject)?["keys"] is JsonArray { Count: 1 } keys ? keys[0] as JsonObject : null;

    /// <summary>Whether the private number of a key stands anywhere (RFC 7518 §6.2.2).</summary>
    public bool HoldsPrivateKey => Objects(_members).Any(inner => inner.ContainsKey("d"));

    /// <summary>Null where the text is no JSON object.</summary>
    public static LearnersRegistration? TryRead(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Strict) is JsonObject members ? new(members) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The members of the public half that the only key of the key set does not have as this one has them.</summary>
    public IReadOnlyList<string> NotAsIn(Jwk key)
    {
        var (only, wanted) = (OnlyKey, JsonSerializer.SerializeToNode(key, ProtocolJson.Default.Jwk)!);
        return [.. PublicHalf.Where(name => !JsonNode.DeepEquals(only?[name], wanted[name]))];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
            JsonArray elements => elements.SelectMany(Objects),
            _ => [],
        };
}
