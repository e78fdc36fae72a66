using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>A client with a key of its own, which all nodes know, written as a stranger would write it.</summary>
internal sealed class NodeClient : IDisposable
{
    public const string Issuer = "https://nodes.example";
    public const string Id = "app";

    // Longer than a test waits for Redis to come back, and shorter than the server allows.
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(4.5);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ClientMetadata Registration =>
        new()
        {
            ClientId = Id,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(_key)] },
            Scope = "read dcr",
            RedirectUris = ["https://app.example/callback"],
        };

    /// <summary>A new assertion, as parameters of a request.</summary>
    public Dictionary<string, string> Assertion()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Sign(
                new JsonObject { ["alg"] = "ES256" },
                new JsonObject
                {
                    ["iss"] = Id,
                    ["sub"] = Id,
                    ["aud"] = Issuer,
                    ["jti"] = RandomNumberGenerator.GetHexString(32),
                    ["iat"] = now,
                    ["exp"] = now + (long)AssertionLifetime.TotalSeconds,
                }
            ),
        };
    }

    public Dictionary<string, string> TokenRequest(string scope = "read") =>
        new(Assertion()) { ["grant_type"] = "client_credentials", ["scope"] = scope };

    /// <summary>A DPoP proof for a POST (RFC 9449 §4.2).</summary>
    public string Proof(string url, string nonce) =>
        Sign(
            new JsonObject
            {
                ["typ"] = "dpop+jwt",
                ["alg"] = "ES256",
                ["jwk"] = JsonSerializer.SerializeToNode(Registration.Jwks, ProtocolJson.Default.JwkSet)!["keys"]![
                    0
                ]!.DeepClone(),
            },
            new JsonObject
            {
                ["jti"] = RandomNumberGenerator.GetHexString(32),
                ["htm"] = "POST",
                ["htu"] = url,
                ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["nonce"] = nonce,
            }
        );

    /// <summary>Trusts the authority of one node.</summary>
    public static HttpClient Http(X509Certificate2 authority) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                SslOptions =
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        RevocationMode = X509RevocationMode.NoCheck,
                        CustomTrustStore = { authority },
                    },
                },
            }
        );

    public void Dispose() => _key.Dispose();

    private string Sign(JsonObject header, JsonObject claims)
    {
        var input = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{input}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    private static string Encoded(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
