using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace Ratios.World;

/// <summary>The authority, the certificate of the servers, and one client for each method and algorithm that is measured.</summary>
internal sealed class MeasuredClients
{
    private const string Scope = "read";
    private const int RsaBits = 2048;

    private static readonly string[] KeyAlgorithms =
    [
        SignatureAlgorithms.ES256,
        SignatureAlgorithms.RS256,
        SignatureAlgorithms.PS256,
    ];

    public MeasuredClients(TimeProvider clock)
    {
        Authority = LabAuthority.Create(clock, CertificateProfile.Authority("Benchmark Root"));
        ServerCertificate = Authority.Issue(CertificateProfile.LoopbackServer());
        All =
        [
            WithSecret(TokenEndpointAuthMethods.ClientSecretBasic),
            WithSecret(TokenEndpointAuthMethods.ClientSecretPost),
            WithMac(),
            .. KeyAlgorithms.Select(WithKey),
            WithIssued(),
            WithSelfSigned(clock),
        ];
    }

    public LabAuthority Authority { get; }

    public System.Security.Cryptography.X509Certificates.X509Certificate2 ServerCertificate { get; }

    public IReadOnlyList<MeasuredClient> All { get; }

    public MeasuredClient Of(string method) => All.First(client => client.Method == method);

    private static MeasuredClient WithSecret(string method) =>
        new(method, Metadata(method, method) with { ClientSecret = NewClientSecret.Generate().Reveal() });

    private static MeasuredClient WithMac()
    {
        const string method = TokenEndpointAuthMethods.ClientSecretJwt;
        var secret = NewClientSecret.ForAlgorithm(SignatureAlgorithms.HS256);
        return new(
            $"{method} {SignatureAlgorithms.HS256}",
            Metadata(method, method) with
            {
                ClientSecret = secret.Reveal(),
            }
        )
        {
            Signer = new AssertionSigner.Hmac(secret, SignatureAlgorithms.HS256),
        };
    }

    private static MeasuredClient WithKey(string algorithm)
    {
        const string method = TokenEndpointAuthMethods.PrivateKeyJwt;
        AsymmetricAlgorithm key =
            algorithm == SignatureAlgorithms.ES256 ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(RsaBits);
        var jwk = (key is RSA rsa ? Jwk.FromPublicKey(rsa) : Jwk.FromPublicKey((ECDsa)key)) with { Use = "sig" };
        return new(
            $"{method} {algorithm}",
            Metadata($"{method}-{algorithm}", method) with
            {
                Jwks = new JwkSet { Keys = [jwk] },
                TokenEndpointAuthSigningAlg = algorithm,
            }
        )
        {
            Signer = AssertionSigner.ForKey(key, algorithm, jwk.Kid),
        };
    }

    private MeasuredClient WithIssued()
    {
        const string method = TokenEndpointAuthMethods.TlsClientAuth;
        const string host = "client.example";
        var profile = CertificateProfile.Client($"CN={method}") with { DnsNames = [host] };
        return new(method, Metadata(method, method) with { TlsClientAuthSanDns = host })
        {
            Certificate = Authority.Issue(profile),
        };
    }

    private static MeasuredClient WithSelfSigned(TimeProvider clock)
    {
        const string method = TokenEndpointAuthMethods.SelfSignedTlsClientAuth;
        // An RSA key, since OpenIddict takes the certificate of a JWK only with one.
        var profile = CertificateProfile.Client($"CN={method}") with
        {
            KeyAlgorithm = KeyAlgorithm.Rsa2048,
        };
        var certificate = SelfSignedCertificate.Create(profile, clock);
        return new(
            method,
            Metadata(method, method) with
            {
                Jwks = new JwkSet { Keys = [Jwk.FromCertificate(certificate)] },
            }
        )
        {
            Certificate = certificate,
        };
    }

    private static ClientMetadata Metadata(string id, string method) =>
        new()
        {
            ClientId = id,
            TokenEndpointAuthMethod = method,
            GrantTypes = [GrantTypes.ClientCredentials],
            Scope = Scope,
        };
}
