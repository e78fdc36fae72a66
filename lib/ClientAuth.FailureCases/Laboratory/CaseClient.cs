using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Laboratory;

/// <summary>A registered client with its own half of the credential.</summary>
internal sealed class CaseClient(ClientMetadata registration)
{
    public ClientMetadata Registration => registration;

    public string Id => registration.ClientId;

    public string Method => registration.TokenEndpointAuthMethod;

    public string? Secret => registration.ClientSecret;

    /// <summary>The same client with another secret.</summary>
    public CaseClient With(ClientSecret secret) =>
        new(registration with { ClientSecret = secret.Reveal() }) { Signing = Signing };

    /// <summary>How it signs assertions; null for a method without.</summary>
    public Signing? Signing { get; init; }

    /// <summary>What its certificate says; null for a method without.</summary>
    public CertificateProfile? Profile { get; init; }

    /// <summary>With its private key; it belongs to the lab.</summary>
    public X509Certificate2? Certificate { get; init; }
}
