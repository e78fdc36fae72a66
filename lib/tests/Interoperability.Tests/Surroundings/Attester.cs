using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace Interoperability.Tests.Surroundings;

/// <summary>
/// Vouches for the key of an instance of a client, and signs with that key in its place
/// (draft-ietf-oauth-attestation-based-client-auth §4, §5.1). The JWTs are made with the base class library alone.
/// </summary>
internal sealed class Attester(TimeProvider clock) : IDisposable
{
    public const string Issuer = "https://attester.example";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _instance = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What the servers are told.</summary>
    public Jwk PublicKey => Jwk.FromPublicKey(_key);

    /// <summary>The attested key, for DPoP proofs.</summary>
    public DpopKey InstanceKey() => new(_instance, clock);

    public string Attest(string clientId)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var jwk = Jwk.FromPublicKey(_instance);
        return Sign(
            _key,
            JwtTypes.ClientAttestation,
            new JsonObject
            {
                ["iss"] = Issuer,
                ["sub"] = clientId,
                ["iat"] = now,
                ["exp"] = now + 600,
                ["cnf"] = new JsonObject
                {
                    ["jwk"] = new JsonObject
                    {
                        ["kty"] = jwk.Kty,
                        ["crv"] = jwk.Crv,
                        ["x"] = jwk.X,
                        ["y"] = jwk.Y,
                    },
                },
            }
        );
    }

    public string Prove(string issuer, string challenge) =>
        Sign(
            _instance,
            JwtTypes.ClientAttestationPop,
            new JsonObject
            {
                ["aud"] = issuer,
                ["jti"] = Guid.NewGuid().ToString("N"),
                ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds(),
                ["challenge"] = challenge,
            }
        );

    public void Dispose()
    {
        _key.Dispose();
        _instance.Dispose();
    }

    private static string Sign(ECDsa key, string type, JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = type, ["alg"] = SignatureAlgorithms.ES256 };
        var input = $"{Part(header)}.{Part(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
