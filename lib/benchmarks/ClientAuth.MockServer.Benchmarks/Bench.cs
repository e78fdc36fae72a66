using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarks.Shared;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Benchmarks;

/// <summary>A server's authentication without the server around it, and requests with credentials that are well made and wrong.</summary>
internal sealed class Bench : IDisposable
{
    public const string Nobody = "nobody-of-this-name";
    public const string Public = "public";

    private static readonly string[] Credentials = ["secret", "HS256", "ES256", "RS256"];

    private readonly ECDsa _ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _wrongEc = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _wrongRsa = RSA.Create(2048);

    public Bench()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.LoopbackServer(), TimeProvider.System);
        Authenticator = ServerAuthentication.Of(
            new AuthorizationServerOptions
            {
                ServerCertificate = certificate,
                Clients =
                [
                    .. Credentials.Select(Registration),
                    new() { ClientId = Public, TokenEndpointAuthMethod = TokenEndpointAuthMethods.None },
                ],
                Clock = TimeProvider.System,
                // Throttled requests are refused all alike; here the others are of interest.
                Secrets = new() { AuthenticationFailureLimit = int.MaxValue },
            }
        );
    }

    public ClientAuthenticator Authenticator { get; }

    public string ClientOf(string credential) => Registration(credential).ClientId;

    public FormRequest WrongRequest(string credential, string clientId) =>
        credential == "secret"
            ? ServerAuthentication.Request(
                "",
                new RecordedHeader("Authorization", $"Basic {Base64($"{clientId}:a-wrong-secret")}")
            )
            : ServerAuthentication.Request(ServerAuthentication.Form(Assertion(credential, clientId)));

    public void Dispose()
    {
        _ec.Dispose();
        _rsa.Dispose();
        _wrongEc.Dispose();
        _wrongRsa.Dispose();
    }

    private ClientMetadata Registration(string credential)
    {
        var client = new ClientMetadata { ClientId = $"client-of-{credential.ToLowerInvariant()}" };
        return credential switch
        {
            "secret" => client with { ClientSecret = NewClientSecret.Generate().Reveal() },
            "HS256" => client with
            {
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
                ClientSecret = NewClientSecret.ForAlgorithm(signatureAlgorithm: null).Reveal(),
            },
            _ => client with
            {
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(credential == "RS256" ? _rsa : _ec)] },
            },
        };
    }

    private string Assertion(string alg, string clientId)
    {
        var header = JsonSerializer.Serialize(new { alg });
        var claims = JsonSerializer.Serialize(
            new
            {
                iss = clientId,
                sub = clientId,
                aud = ServerAuthentication.Issuer,
                exp = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
                jti = "1",
            }
        );
        var input = $"{Base64Url.EncodeToString(Utf8(header))}.{Base64Url.EncodeToString(Utf8(claims))}";
        return $"{input}.{Base64Url.EncodeToString(WrongSignature(alg, Utf8(input)))}";
    }

    private byte[] WrongSignature(string alg, byte[] input) =>
        alg switch
        {
            "HS256" => HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), input),
            "RS256" => _wrongRsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _wrongEc.SignData(input, HashAlgorithmName.SHA256),
        };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Base64(string text) => Convert.ToBase64String(Utf8(text));
}
