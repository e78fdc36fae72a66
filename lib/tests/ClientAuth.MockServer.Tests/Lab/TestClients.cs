using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>One client for each method, a second one where two must be told apart, and their keys.</summary>
internal sealed class TestClients(LabAuthority authority, TimeProvider clock) : IDisposable
{
    public const string Basic = "basic";
    public const string Post = "post";
    public const string Mac = "mac";
    public const string Signer = "signer";
    public const string OtherSigner = "other-signer";
    public const string Tls = "tls";
    public const string SelfSigned = "self-signed";
    public const string Public = "public";
    public const string Main = "main";

    public string Secret { get; } = RandomNumberGenerator.GetHexString(64);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ECDsa OtherKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public X509Certificate2 Certificate { get; } = authority.Issue(CertificateProfile.Client("CN=tls,O=Test"));

    public X509Certificate2 OwnCertificate { get; } =
        SelfSignedCertificate.Create(CertificateProfile.Client("CN=self-signed"), clock);

    public IReadOnlyList<ClientMetadata> Registered() =>
        [
            WithSecret(Basic, TokenEndpointAuthMethods.ClientSecretBasic),
            WithSecret(Post, TokenEndpointAuthMethods.ClientSecretPost),
            WithSecret(Mac, TokenEndpointAuthMethods.ClientSecretJwt),
            WithKey(Signer, Key),
            WithKey(OtherSigner, OtherKey),
            new()
            {
                ClientId = Tls,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = "CN=tls,O=Test",
                Scope = "read write",
            },
            new()
            {
                ClientId = SelfSigned,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
                Jwks = new JwkSet { Keys = [Jwk.FromCertificate(OwnCertificate)] },
                Scope = "read write",
            },
            WithSecret(Main, TokenEndpointAuthMethods.ClientSecretBasic) with
            {
                Scope = "read write dcr",
            },
            new() { ClientId = Public, TokenEndpointAuthMethod = TokenEndpointAuthMethods.None },
        ];

    public static ClientMetadata WithKey(string id, AsymmetricAlgorithm key, string? alg = null) =>
        WithKeys(id, alg, Jwk.FromPublicKey(key));

    public static ClientMetadata WithKeys(string id, string? alg, params IReadOnlyList<Jwk> keys) =>
        new()
        {
            ClientId = id,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = alg,
            Jwks = new JwkSet { Keys = keys },
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = "read write",
        };

    public void Dispose()
    {
        Key.Dispose();
        OtherKey.Dispose();
        Certificate.Dispose();
        OwnCertificate.Dispose();
    }

    private ClientMetadata WithSecret(string id, string method) =>
        new()
        {
            ClientId = id,
            ClientSecret = Secret,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = "read write",
        };
}
