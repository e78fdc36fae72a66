using System.Text.Json.Serialization;

namespace ClientAuth.FailureCases.Tester.Discovery;

/// <summary>What the tester reads of a server's metadata (RFC 8414 §2). Nothing is required by this type: what is missing gets a sentence of its own.</summary>
internal sealed record PublishedMetadata
{
    public string? Issuer { get; init; }

    public string? TokenEndpoint { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? PushedAuthorizationRequestEndpoint { get; init; }

    public string? RegistrationEndpoint { get; init; }

    public string? ChallengeEndpoint { get; init; }

    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    public IReadOnlyList<string>? DpopSigningAlgValuesSupported { get; init; }

    public PublishedAliases? MtlsEndpointAliases { get; init; }
}

/// <summary>Where clients with a certificate go (RFC 8705 §5).</summary>
internal sealed record PublishedAliases
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
