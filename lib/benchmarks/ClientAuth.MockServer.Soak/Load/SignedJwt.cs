using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Assertions and DPoP proofs, made with nothing but the BCL.</summary>
internal static class SignedJwt
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>A client assertion, signed with a key (RFC 7523 §3).</summary>
    public static string Assertion(string clientId, string audience, DateTimeOffset now, ECDsa key) =>
        Sign(new JsonObject { ["alg"] = SignatureAlgorithms.ES256 }, Claims(clientId, audience, now), key);

    /// <summary>A client assertion with a MAC.</summary>
    public static string Assertion(string clientId, string audience, DateTimeOffset now, string secret) =>
        Finish(
            new JsonObject { ["alg"] = SignatureAlgorithms.HS256 },
            Claims(clientId, audience, now),
            input => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), input)
        );

    /// <summary>A DPoP proof (RFC 9449 §4.2).</summary>
    public static string Proof(
        string method,
        string target,
        DateTimeOffset now,
        string? nonce,
        string? token,
        ECDsa key
    )
    {
        var claims = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["htm"] = method,
            ["htu"] = target,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nonce"] = nonce,
        };
        if (token is not null)
        {
            claims["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        }

        var header = new JsonObject
        {
            ["alg"] = SignatureAlgorithms.ES256,
            ["typ"] = JwtTypes.DpopProof,
            ["jwk"] = JsonSerializer.SerializeToNode(Jwk.FromPublicKey(key), ProtocolJson.Default.Jwk),
        };
        return Sign(header, claims, key);
    }

    private static JsonObject Claims(string clientId, string audience, DateTimeOffset now) =>
        new()
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        };

    private static string Sign(JsonObject header, JsonObject claims, ECDsa key) =>
        Finish(header, claims, input => key.SignData(input, HashAlgorithmName.SHA256));

    private static string Finish(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var input = $"{Encode(header)}.{Encode(claims)}";
        return $"{input}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
