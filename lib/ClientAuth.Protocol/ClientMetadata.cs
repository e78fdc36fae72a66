using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol;

/// <summary>
/// A client as it is registered (RFC 7591 §2 and §3.2.1, RFC 7592 §3, RFC 8705 §2.1.2, OpenID Connect Registration §2).
/// Holds the secret where there is one, so it never prints itself. Reading a list that holds null is a <see cref="JsonException"/>.
/// </summary>
[TypeFormatterSource(typeof(SilentFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText])]
public sealed record ClientMetadata : IJsonOnDeserialized
{
    /// <summary>The client's identifier (RFC 6749 §2.2).</summary>
    public required string ClientId { get; init; }

    /// <summary>When the server made the identifier, in seconds since 1970-01-01T00:00:00Z; no part of a request.</summary>
    public long? ClientIdIssuedAt { get; init; }

    /// <summary>A name for people.</summary>
    public string? ClientName { get; init; }

    /// <summary>Shared secret, in clear because <c>client_secret_jwt</c> keys its MAC with it.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z; 0 means never.</summary>
    public long? ClientSecretExpiresAt { get; init; }

    /// <summary>One of <see cref="TokenEndpointAuthMethods"/>; <c>client_secret_basic</c> where it is left out (RFC 7591 §2).</summary>
    public string TokenEndpointAuthMethod
    {
        // No initializer: the generated reader assigns every init-only property, null where the member is missing.
        get => field ?? TokenEndpointAuthMethods.ClientSecretBasic;
        init;
    }

    /// <summary>One of <see cref="SignatureAlgorithms"/>; left out, every algorithm of the registered method is allowed.</summary>
    public string? TokenEndpointAuthSigningAlg { get; init; }

    /// <summary>Of <see cref="Protocol.GrantTypes"/>: the grants that the client may use.</summary>
    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>Where an authorization endpoint may send the browser back to (RFC 6749 §3.1.2).</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>Scopes the client may ask for, separated by spaces.</summary>
    public string? Scope { get; init; }

    /// <summary>The client's public keys; for a self-signed certificate, with <c>x5c</c> (RFC 8705 §2.2.2).</summary>
    public JwkSet? Jwks { get; init; }

    /// <summary>Where the client publishes its keys instead; never together with <see cref="Jwks"/>.</summary>
    public string? JwksUri { get; init; }

    /// <summary>Expected subject, in the string form of RFC 4514.</summary>
    public string? TlsClientAuthSubjectDn { get; init; }

    /// <summary>Expected DNS name among the certificate's alternative names (RFC 8705 §2.1.2).</summary>
    public string? TlsClientAuthSanDns { get; init; }

    /// <summary>Expected URI among the certificate's alternative names.</summary>
    public string? TlsClientAuthSanUri { get; init; }

    /// <summary>Expected IP address among the certificate's alternative names.</summary>
    public string? TlsClientAuthSanIp { get; init; }

    /// <summary>Expected e-mail address among the certificate's alternative names.</summary>
    public string? TlsClientAuthSanEmail { get; init; }

    /// <summary>
    /// The only authority that may have issued the client's certificate: Base64url SHA-256 of the SubjectPublicKeyInfo of the
    /// trust anchor or of an authority below it. No member of any specification, and not registered at IANA; RFC 8705 §7.4 leaves
    /// it to the server how it keeps apart authorities that it trusts.
    /// </summary>
    public string? TlsClientAuthAuthoritySha256 { get; init; }

    /// <summary>Whether tokens for this client must be bound to its certificate (RFC 8705 §3.4).</summary>
    public bool? TlsClientCertificateBoundAccessTokens { get; init; }

    /// <summary>Whether tokens for this client must be bound to a key by a DPoP proof (RFC 9449 §5.2).</summary>
    public bool? DpopBoundAccessTokens { get; init; }

    /// <summary>The same for every installation of one app; where registration is templated, the template's identifier.</summary>
    public string? SoftwareId { get; init; }

    /// <summary>A signed JWT with metadata that its issuer vouches for (RFC 7591 §2.3).</summary>
    public string? SoftwareStatement { get; init; }

    /// <summary>The client's configuration endpoint (RFC 7592 §3); no part of a request.</summary>
    public string? RegistrationClientUri { get; init; }

    /// <summary>What opens <see cref="RegistrationClientUri"/>; as good as a secret, and no part of a request.</summary>
    public string? RegistrationAccessToken { get; init; }

    /// <summary>The scopes of <see cref="Scope"/>, one by one.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Scopes => Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Identifier and method; never the secret.</summary>
    public override string ToString() => $"{ClientId} ({TokenEndpointAuthMethod})";

    // The serializer checks members for null, not the elements of a list.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (GrantTypes?.Contains(null) is true || RedirectUris?.Contains(null) is true)
        {
            throw new JsonException("The registration holds null in grant_types or redirect_uris; leave it out.");
        }
    }
}
