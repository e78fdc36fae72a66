using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>One HTTP response of a server, read to the end and not yet interpreted. It may hold a token, so no message quotes its body.</summary>
internal sealed record ServerResponse(
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

    private string Advice =>
        RetryAfter is { } wait ? $"Ask again after {wait.TotalSeconds:0} s."
        : Status == 429 ? "Ask again later."
        : "Check that this is the right endpoint of an OAuth server.";

    private bool IsJson => IsOf("application/json");

    /// <summary>Reads the body as JSON of the expected shape.</summary>
    /// <param name="shape">What the JSON must fit.</param>
    /// <param name="expected">What it is, in words.</param>
    /// <param name="alsoAs">Another media type that it may come under.</param>
    /// <exception cref="AuthorizationServerException">The body has another content type, is no JSON, or is JSON of another shape.</exception>
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

    /// <summary>The exception for a response that makes no sense.</summary>
    /// <param name="how">Continues a sentence that begins with the address and the status.</param>
    /// <param name="inner">What else was wrong.</param>
    public AuthorizationServerException Unusable(string how, Exception? inner = null) =>
        new($"{From} answered {Status} {how}. {Advice}", inner) { RetryAfter = RetryAfter };

    /// <summary>Reads the error with which the server refuses the request (RFC 6749 §5.2).</summary>
    /// <param name="endpoint">Who sends this response, for example <c>a token endpoint</c>.</param>
    /// <param name="success">The status of its successful responses.</param>
    /// <exception cref="AuthorizationServerException">The response is neither a success nor a refusal.</exception>
    public ErrorResponse ReadError(string endpoint, string success)
    {
        // Such a response is rather a gateway's than the endpoint's, and no standard says what stands beside the status.
        if (Status == 429 && !IsJson)
        {
            throw Unusable("since there were too many requests");
        }

        if (Status is >= 400 and <= 499)
        {
            var error = Read(ProtocolJson.Default.ErrorResponse, "an error response (RFC 6749 §5.2)");
            return error.Error.Length == 0 ? throw Unusable("with an empty error code")
                : !IsPlain(error.Error) || !IsPlain(error.ErrorDescription)
                    ? throw Unusable("with characters in its error that RFC 6749 §5.2 does not allow")
                : error;
        }

        throw Status switch
        {
            >= 300 and <= 399 => Unusable(
                $"and points to {Location ?? "nowhere"}; a credential is not sent after a redirect"
            ),
            >= 500 => Unusable("and has failed; the request itself may have been right"),
            _ => Unusable($"where {endpoint} answers {success} or a refusal"),
        };
    }

    // %x20-21, %x23-5B and %x5D-7E: nothing that a terminal or a log would act on.
    private static bool IsPlain(string? text) =>
        text is null || text.All(c => c is >= ' ' and <= '~' and not ('"' or '\\'));

    private bool IsOf(string? mediaType) =>
        mediaType is not null && string.Equals(MediaType, mediaType, StringComparison.OrdinalIgnoreCase);
}
