using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ClientAuth.Protocol;

/// <summary>
/// A JWS in compact serialization, decoded and <b>not verified</b> (RFC 7515 §3.1). It shows what the JWT says, and proves
/// nothing; no method here accepts it where a verified one is needed.
/// </summary>
public sealed class DecodedJwt
{
    private const string HalfACharacter = "holds half a character, which is no text";

    // How JSON writes a character by its number; a surrogate comes in no other way.
    private static ReadOnlySpan<byte> EscapedCharacter => @"\u"u8;

    private static readonly JsonDocumentOptions StrictJson = new() { AllowDuplicateProperties = false };

    private DecodedJwt(string compact, string[] segments, JsonElement header, JsonElement payload, byte[] signature)
    {
        Compact = compact;
        EncodedHeader = segments[0];
        EncodedPayload = segments[1];
        EncodedSignature = segments[2];
        Header = header;
        Payload = payload;
        Signature = signature;
    }

    /// <summary>The whole token as it was sent.</summary>
    public string Compact { get; }

    /// <summary>The header in base64url, as it was sent.</summary>
    public string EncodedHeader { get; }

    /// <summary>The claims in base64url, as they were sent.</summary>
    public string EncodedPayload { get; }

    /// <summary>The signature in base64url, as it was sent.</summary>
    public string EncodedSignature { get; }

    /// <summary>The JOSE header, a JSON object.</summary>
    public JsonElement Header { get; }

    /// <summary>The claims set, a JSON object.</summary>
    public JsonElement Payload { get; }

    /// <summary>The signature in bytes; empty where the third segment is.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>The ASCII bytes that the signature covers (RFC 7515 §5.1).</summary>
    public byte[] SigningInput => Encoding.ASCII.GetBytes($"{EncodedHeader}.{EncodedPayload}");

    /// <summary>A header parameter's string value, or null where it is missing or no string.</summary>
    public string? HeaderString(string name) => StringOrNull(Header, name);

    /// <summary>A claim's string value, or null where it is missing or no string.</summary>
    public string? ClaimString(string name) => StringOrNull(Payload, name);

    /// <summary>Takes a compact JWS apart.</summary>
    /// <exception cref="FormatException">It is no compact JWS with JSON objects inside; the message says which part is wrong.</exception>
    public static DecodedJwt Parse(string compact) =>
        TryParse(compact, out var jwt, out var problem) ? jwt : throw new FormatException(problem);

    /// <summary>Takes a compact JWS apart, or says in <paramref name="problem"/> which part is wrong; never quotes the token.</summary>
    public static bool TryParse(
        string compact,
        [NotNullWhen(true)] out DecodedJwt? jwt,
        [NotNullWhen(false)] out string? problem
    )
    {
        jwt = null;
        var segments = compact.Split('.');
        if (segments.Length != 3)
        {
            problem = $"a compact JWS has three segments separated by '.', this has {segments.Length}";
            return false;
        }

        if (
            !TryDecode(segments[0], "header", out var headerBytes, out problem)
            || !TryDecode(segments[1], "payload", out var payloadBytes, out problem)
            || !TryDecode(segments[2], "signature", out var signature, out problem)
            || !TryReadObject(headerBytes, "header", out var header, out problem)
            || !TryReadObject(payloadBytes, "payload", out var payload, out problem)
        )
        {
            return false;
        }

        jwt = new DecodedJwt(compact, segments, header, payload, signature);
        return true;
    }

    // Base64url without padding, white space or non-zero spare bits (RFC 7515 §2): one value, one spelling.
    private static bool TryDecode(
        string segment,
        string name,
        out byte[] bytes,
        [NotNullWhen(false)] out string? problem
    )
    {
        try
        {
            bytes = Base64Url.DecodeFromChars(segment);
        }
        catch (FormatException)
        {
            bytes = [];
        }

        var canonical = Base64Url.EncodeToString(bytes) == segment;
        problem = canonical ? null : $"the {name} is not base64url without padding";
        return canonical;
    }

    private static bool TryReadObject(
        byte[] utf8,
        string name,
        out JsonElement element,
        [NotNullWhen(false)] out string? problem
    )
    {
        element = default;
        if (!Utf8.IsValid(utf8))
        {
            problem = $"the {name} is not UTF-8";
            return false;
        }

        try
        {
            element = JsonElement.Parse(utf8, StrictJson);
        }
        catch (JsonException)
        {
            problem = $"the {name} is not JSON, or has a name twice";
            return false;
        }
        catch (InvalidOperationException)
        {
            // How the reader says, while it looks for names that stand twice, that one of them is no text.
            problem = $"the {name} {HalfACharacter}";
            return false;
        }

        problem =
            element.ValueKind != JsonValueKind.Object ? $"the {name} is no JSON object"
            : utf8.AsSpan().IndexOf(EscapedCharacter) >= 0 && UnpairedSurrogates.AreIn(element)
                ? $"the {name} {HalfACharacter}"
            : null;
        return problem is null;
    }

    private static string? StringOrNull(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>
/// Finds strings of a JSON value that hold half a surrogate pair. JSON can escape one, although it is no character (RFC 8259
/// §8.2), and <see cref="JsonElement.GetString"/> throws on it.
/// </summary>
internal static class UnpairedSurrogates
{
    public static bool AreIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => Throws(element.GetString),
            JsonValueKind.Array => element.EnumerateArray().Any(AreIn),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Any(member => Throws(() => member.Name) || AreIn(member.Value)),
            _ => false,
        };

    private static bool Throws(Func<string?> read)
    {
        try
        {
            read();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
