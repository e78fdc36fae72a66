using System.Net;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Clients;

/// <summary>
/// Makes the credential that a client's registered method needs. It makes only what the registration lacks: a
/// <c>client_secret</c>, <c>jwks</c> or <c>jwks_uri</c> that is there stays, and the client's owner then has the private part.
/// </summary>
public static class ClientProvisioning
{
    /// <summary>Registers one client.</summary>
    /// <exception cref="ArgumentException">The registration contradicts itself; the message names the field.</exception>
    public static ProvisionedClient Provision(ClientMetadata template, LabAuthority authority, TimeProvider clock)
    {
        // Nothing is registered that could be made here: an attester vouches for the client's key.
        if (TokenEndpointAuthMethods.Attested.Contains(template.TokenEndpointAuthMethod))
        {
            return new ProvisionedClient { Registration = template };
        }

        if (ClientMetadataRules.ProblemOf(template) is { } problem)
        {
            throw new ArgumentException($"Client '{template.ClientId}': {problem}.", nameof(template));
        }

        return template.TokenEndpointAuthMethod switch
        {
            TokenEndpointAuthMethods.ClientSecretBasic or TokenEndpointAuthMethods.ClientSecretPost => WithSecret(
                template,
                NewClientSecret.Generate()
            ),
            TokenEndpointAuthMethods.ClientSecretJwt => WithSecret(
                template,
                NewClientSecret.ForAlgorithm(template.TokenEndpointAuthSigningAlg)
            ),
            TokenEndpointAuthMethods.PrivateKeyJwt when LacksKeys(template) => WithKeyPair(template),
            TokenEndpointAuthMethods.SelfSignedTlsClientAuth when LacksKeys(template) => WithSelfSigned(
                template,
                clock
            ),
            TokenEndpointAuthMethods.TlsClientAuth => WithIssued(template, authority),
            _ => new ProvisionedClient { Registration = template },
        };
    }

    private static bool LacksKeys(ClientMetadata template) => template is { Jwks: null, JwksUri: null };

    private static ProvisionedClient WithSecret(ClientMetadata template, ClientSecret generated)
    {
        var secret = template.ClientSecret is { } own ? new ClientSecret(own) : generated;
        return new ProvisionedClient
        {
            Registration = template with { ClientSecret = secret.Reveal() },
            Secret = secret,
        };
    }

    private static ProvisionedClient WithKeyPair(ClientMetadata template)
    {
        var algorithm = template.TokenEndpointAuthSigningAlg ?? SignatureAlgorithms.ES256;
        var key = KeyAlgorithm.ForSignature(algorithm).CreateKey();
        var jwk = Jwk.FromPublicKey(key) with { Use = "sig", Alg = algorithm };
        return new ProvisionedClient
        {
            Registration = template with
            {
                TokenEndpointAuthSigningAlg = algorithm,
                Jwks = new JwkSet { Keys = [jwk] },
            },
            PrivateKey = key,
            KeyId = jwk.Kid,
        };
    }

    private static ProvisionedClient WithSelfSigned(ClientMetadata template, TimeProvider clock)
    {
        var certificate = SelfSignedCertificate.Create(CertificateProfile.Client(CommonName(template)), clock);
        var jwk = Jwk.FromCertificate(certificate);
        return new ProvisionedClient
        {
            Registration = template with { Jwks = new JwkSet { Keys = [jwk] } },
            Certificate = certificate,
            KeyId = jwk.Kid,
        };
    }

    private static ProvisionedClient WithIssued(ClientMetadata template, LabAuthority authority) =>
        new() { Registration = template, Certificate = authority.Issue(RegisteredName(template)) };

    private static CertificateProfile RegisteredName(ClientMetadata client)
    {
        var profile = CertificateProfile.Client(client.TlsClientAuthSubjectDn ?? CommonName(client));
        return client switch
        {
            { TlsClientAuthSanDns: { } dns } => profile with { DnsNames = [dns] },
            { TlsClientAuthSanUri: { } uri } => profile with { Uris = [new Uri(uri)] },
            { TlsClientAuthSanIp: { } ip } => profile with { IpAddresses = [IPAddress.Parse(ip)] },
            { TlsClientAuthSanEmail: { } email } => profile with { Emails = [email] },
            _ => profile,
        };
    }

    private static string CommonName(ClientMetadata client) => $"CN={SubjectName.Escape(client.ClientId)}";
}
