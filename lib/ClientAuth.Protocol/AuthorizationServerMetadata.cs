using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Protocol;

/// <summary>An authorization server's metadata, published below <c>/.well-known/oauth-authorization-server</c> (RFC 8414 §2).</summary>
public sealed record AuthorizationServerMetadata
{
    /// <summary>The path that is inserted before the issuer's own path (RFC 8414 §3).</summary>
    public const string WellKnownPath = "/.well-known/oauth-authorization-server";

    /// <summary>The server's identifier, compared by simple string comparison (RFC 8414 §3.3).</summary>
    public required string Issuer { get; init; }

    /// <summary>Where a client requests tokens (RFC 6749 §3.2).</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>Where the server publishes the keys that it signs with (RFC 7517 §5).</summary>
    public required string JwksUri { get; init; }

    /// <summary>Where a token's state can be asked for (RFC 7662 §2).</summary>
    public string? IntrospectionEndpoint { get; init; }

    public IReadOnlyList<string>? IntrospectionEndpointAuthMethodsSupported { get; init; }

    public IReadOnlyList<string>? IntrospectionEndpointAuthSigningAlgValuesSupported { get; init; }

    /// <summary>Where a client takes its token back (RFC 7009 §2).</summary>
    public string? RevocationEndpoint { get; init; }

    public IReadOnlyList<string>? RevocationEndpointAuthMethodsSupported { get; init; }

    public IReadOnlyList<string>? RevocationEndpointAuthSigningAlgValuesSupported { get; init; }

    /// <summary>Where a client pushes an authorization request ahead of the browser (RFC 9126 §5).</summary>
    public string? PushedAuthorizationRequestEndpoint { get; init; }

    /// <summary>Where clients register themselves (RFC 7591 §3).</summary>
    public string? RegistrationEndpoint { get; init; }

    /// <summary>Never omitted: RFC 8414 requires it, and a server without an authorization endpoint says so with an empty list.</summary>
    public IReadOnlyList<string> ResponseTypesSupported
    {
        // No initializer: the generated reader assigns every init-only property, null where the member is missing.
        get => field ?? [];
        init;
    }

    /// <summary>Of <see cref="GrantTypes"/>; null means the defaults of RFC 8414 §2.</summary>
    public IReadOnlyList<string>? GrantTypesSupported { get; init; }

    public IReadOnlyList<string>? ScopesSupported { get; init; }

    /// <summary>Of <see cref="TokenEndpointAuthMethods"/>; null means <c>client_secret_basic</c>.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    /// <summary>The algorithms of client assertions, of <see cref="SignatureAlgorithms"/>.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthSigningAlgValuesSupported { get; init; }

    /// <summary>Where a client that presents a certificate sends its requests instead (RFC 8705 §5).</summary>
    public MtlsEndpointAliases? MtlsEndpointAliases { get; init; }

    /// <summary>Whether access tokens can be bound to the client's certificate (RFC 8705 §3.3).</summary>
    public bool? TlsClientCertificateBoundAccessTokens { get; init; }

    /// <summary>What a DPoP proof may be signed with (RFC 9449 §5.1).</summary>
    public IReadOnlyList<string>? DpopSigningAlgValuesSupported { get; init; }

    /// <summary>What a client attestation may be signed with (draft-ietf-oauth-attestation-based-client-auth §8).</summary>
    public IReadOnlyList<string>? ClientAttestationSigningAlgValuesSupported { get; init; }

    /// <summary>What the proof of possession beside it may be signed with (draft-ietf-oauth-attestation-based-client-auth §8).</summary>
    public IReadOnlyList<string>? ClientAttestationPopSigningAlgValuesSupported { get; init; }

    /// <summary>
    /// What proves the key of a client attestation here, of <see cref="AttestationPopMethods"/>
    /// (draft-ietf-oauth-attestation-based-client-auth §7.6, §8).
    /// </summary>
    public IReadOnlyList<string>? ClientAttestationPopMethodsSupported { get; init; }

    /// <summary>Where a client gets a challenge, and a DPoP nonce (draft-ietf-oauth-attestation-based-client-auth §6.3).</summary>
    public string? ChallengeEndpoint { get; init; }

    /// <summary>Where a device attests itself for a Client Attestation Token; a member of this project's own.</summary>
    public string? ClientAttestationTokenEndpoint { get; init; }
}

/// <summary>Endpoints on the listener that asks for a client certificate (RFC 8705 §5).</summary>
public sealed record MtlsEndpointAliases
{
    public required string TokenEndpoint { get; init; }

    public string? IntrospectionEndpoint { get; init; }

    public string? RevocationEndpoint { get; init; }

    public string? PushedAuthorizationRequestEndpoint { get; init; }

    public string? RegistrationEndpoint { get; init; }
}
