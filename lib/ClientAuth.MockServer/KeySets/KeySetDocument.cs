using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.KeySets;

/// <summary>Reads a fetched JWK Set key by key, so that one bad key does not spoil the set (RFC 7517 §5).</summary>
internal static class KeySetDocument
{
    // So many are named in a trace.
    private const int NamedFlaws = 3;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="utf8">The document.</param>
    /// <param name="most">How many keys it may hold.</param>
    /// <param name="flaw">What keeps a key from being used, or null.</param>
    /// <exception cref="KeySetUnavailableException">It is no JWK Set, or holds too many keys.</exception>
    public static FetchedKeys Read(byte[] utf8, int most, Func<Jwk, string?> flaw)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("keys", out var keys)
                && keys.ValueKind == JsonValueKind.Array
                ? Read(keys, most, flaw)
                : throw new KeySetUnavailableException("no JSON object with an array 'keys'");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is how the reader says that a name is no text.
            throw new KeySetUnavailableException("no JSON, or a name twice");
        }
    }

    private static FetchedKeys Read(JsonElement elements, int most, Func<Jwk, string?> flaw)
    {
        if (elements.GetArrayLength() > most)
        {
            throw new KeySetUnavailableException($"{elements.GetArrayLength()} keys, more than {most}");
        }

        var keys = new List<Jwk>();
        var flaws = new List<string>();
        foreach (var element in elements.EnumerateArray())
        {
            var key = ReadKey(element);
            if ((key is null ? "a key that is no public JWK" : flaw(key)) is { } found)
            {
                flaws.Add(key?.Kid is null ? found : $"{found}, kid {Quote.Text(key.Kid)}");
            }
            else
            {
                keys.Add(key!);
            }
        }

        return new FetchedKeys(keys, Describe(keys.Count, flaws));
    }

    private static Jwk? ReadKey(JsonElement element)
    {
        try
        {
            return element.Deserialize(ProtocolJson.Default.Jwk);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Describe(int count, List<string> flaws)
    {
        var named = string.Join("; ", flaws.Take(NamedFlaws)) + (flaws.Count > NamedFlaws ? "; …" : "");
        return $"{count} {(count == 1 ? "key" : "keys")}" + (flaws is [] ? "" : $", {flaws.Count} ignored ({named})");
    }
}

/// <summary>The keys of a fetched set that may be used.</summary>
/// <param name="Keys">Without those that break a rule.</param>
/// <param name="Contents">What the set held, in words for a trace.</param>
internal sealed record FetchedKeys(IReadOnlyList<Jwk> Keys, string Contents);
