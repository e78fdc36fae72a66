using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClientAuth.Client;

/// <summary>What a server sent back, read to the end and not yet interpreted. May hold a token, so it is never quoted.</summary>
internal sealed record ServerAnswer(
    Uri From,
    int Status,
    string? MediaType,
    string? Location,
    TimeSpan? RetryAfter,
    byte[] Body
)
{
    /// <summary>The nonce for the next DPoP proof to this server, where it gave one (RFC 9449 §8).</summary>
    public string? DpopNonce { get; init; }

    /// <summary>The challenge for the next attestation, where it gave one (draft-ietf-oauth-attestation-based-client-auth §6.2).</summary>
    public string? Challenge { get; init; }

    public bool IsSuccess => Status is >= 200 and <= 299;

    public bool IsRefusal => Status is >= 400 and <= 499;

    private string Advice =>
        RetryAfter is { } wait ? $"Ask again after {wait.TotalSeconds:0} s."
        : Status == 429 ? "Ask again later."
        : "Check that this is the right endpoint of an OAuth server.";

    /// <summary>Whether the body comes under the name of JSON.</summary>
    public bool IsJson => IsOf("application/json");

    /// <summary>The body as JSON of the expected shape.</summary>
    /// <param name="shape">What the JSON must fit.</param>
    /// <param name="expected">What it is, in words.</param>
    /// <param name="alsoAs">Another media type that it may come under.</param>
    /// <exception cref="AuthorizationServerException">Another content type, no JSON, or JSON of another shape.</exception>
    public T Read<T>(JsonTypeInfo<T> shape, string expected, string? alsoAs = null)
    {
        if (!IsJson && !IsOf(alsoAs))
        {
            throw Unusable($"as {MediaType ?? "no content type"}, where {expected} comes as application/json");
        }

        try
        {
            return JsonSerializer.Deserialize(Body, shape) ?? throw Unusable($"with null in place of {expected}");
        }
        catch (JsonException error)
        {
            throw Unusable($"with a body that is not {expected}, at {error.Path ?? "$"}", error);
        }
    }

    public AuthorizationServerException Unusable(string how, Exception? inner = null) =>
        new($"{From} answered {Status} {how}. {Advice}", inner) { RetryAfter = RetryAfter };

    private bool IsOf(string? mediaType) =>
        mediaType is not null && string.Equals(MediaType, mediaType, StringComparison.OrdinalIgnoreCase);
}
