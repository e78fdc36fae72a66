using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>A registered client, with the secret or private key that only the client has.</summary>
internal sealed class CaseClient(ClientMetadata registration)
{
    public ClientMetadata Registration => registration;

    public string Id => registration.ClientId;

    public string Method => registration.TokenEndpointAuthMethod;

    public string? Secret => registration.ClientSecret;

    /// <summary>The same client with another secret.</summary>
    public CaseClient With(ClientSecret secret) =>
        new(registration with { ClientSecret = secret.Reveal() }) { Signing = Signing };

    /// <summary>How it signs its assertions or proofs; null for a method without.</summary>
    public JwtSigning? Signing { get; init; }

    /// <summary>The <c>kid</c> that every assertion of it has, where the server asks for one.</summary>
    public string? KeyId { get; init; }

    /// <summary>The <c>typ</c> that every assertion of it has, where the server asks for one.</summary>
    public string? Typ { get; init; }

    /// <summary>The <c>aud</c> of its assertions; null for the server's issuer identifier.</summary>
    public string? Audience { get; init; }

    /// <summary>What its certificate says; null for a method without.</summary>
    public CertificateProfile? Profile { get; init; }

    /// <summary>With its private key; it belongs to the fixture.</summary>
    public X509Certificate2? Certificate { get; init; }
}
