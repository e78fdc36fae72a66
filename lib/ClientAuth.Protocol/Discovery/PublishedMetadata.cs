using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Protocol.Discovery;

/// <summary>
/// What a server that nobody here knows says of itself (RFC 8414 §2). Nothing is required by this type, other than by
/// <see cref="AuthorizationServerMetadata"/>: of what is missing, whoever needs it can speak in a sentence of its own.
/// </summary>
public sealed record PublishedMetadata
{
    public string? Issuer { get; init; }

    public string? TokenEndpoint { get; init; }

    public string? JwksUri { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? PushedAuthorizationRequestEndpoint { get; init; }

    public string? RegistrationEndpoint { get; init; }

    public string? ChallengeEndpoint { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthSigningAlgValuesSupported { get; init; }

    public IReadOnlyList<string>? DpopSigningAlgValuesSupported { get; init; }

    public PublishedAliases? MtlsEndpointAliases { get; init; }

    /// <summary>Reads the body of an answer, and makes sure that it is this issuer's own (RFC 8414 §3.3).</summary>
    /// <param name="body">Its octets.</param>
    /// <param name="address">Where it comes from, for messages.</param>
    /// <param name="issuer">The issuer identifier, letter for letter.</param>
    /// <exception cref="FormatException">It is no metadata, or another issuer's; the message says what to do.</exception>
    public static PublishedMetadata Read(ReadOnlySpan<byte> body, Uri address, string issuer)
    {
        PublishedMetadata published;
        try
        {
            // The text null is JSON, and as little an object as the others that are refused here.
            published =
                JsonSerializer.Deserialize(body, PublishedJson.Default.PublishedMetadata) ?? throw new JsonException();
        }
        catch (JsonException error)
        {
            throw new FormatException(
                $"The answer of {address} is no server metadata (RFC 8414 §2), at {error.Path ?? "$"}.",
                error
            );
        }

        return published.Issuer == issuer
            ? published
            : throw new FormatException(
                $"{address} names the issuer '{published.Issuer}', not '{issuer}'. Both must be identical (RFC 8414 §3.3): copy the issuer from there if it is the right server."
            );
    }
}

/// <summary>Where clients with a certificate go (RFC 8705 §5).</summary>
public sealed record PublishedAliases
{
    public string? TokenEndpoint { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? PushedAuthorizationRequestEndpoint { get; init; }

    public string? RegistrationEndpoint { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PublishedMetadata))]
internal sealed partial class PublishedJson : JsonSerializerContext;
