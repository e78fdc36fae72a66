using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A client assertion, made with nothing but the BCL, so that nothing is shared with what verifies it.</summary>
internal sealed class TestAssertion
{
    public TestAssertion(string clientId, string audience, DateTimeOffset now)
    {
        Claims = new()
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
        };
    }

    public Dictionary<string, object?> Header { get; } = [];

    public Dictionary<string, object?> Claims { get; }

    /// <summary>The payload as it stands here, instead of the claims; for JSON that no serializer writes.</summary>
    public string? RawPayload { get; set; }

    public string Sign(ECDsa key)
    {
        var (alg, hash) = key.KeySize switch
        {
            256 => ("ES256", HashAlgorithmName.SHA256),
            384 => ("ES384", HashAlgorithmName.SHA384),
            _ => ("ES512", HashAlgorithmName.SHA512),
        };
        return Finish(alg, input => key.SignData(input, hash));
    }

    public string Sign(RSA key, string alg = "RS256") =>
        Finish(
            alg,
            input =>
                key.SignData(
                    input,
                    new HashAlgorithmName("SHA" + alg[2..]),
                    alg[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1
                )
        );

    public string Mac(string secret, string alg = "HS256") => Mac(Encoding.UTF8.GetBytes(secret), alg);

    public string Mac(byte[] key, string alg = "HS256") =>
        Finish(
            alg,
            input =>
                alg[2..] switch
                {
                    "384" => HMACSHA384.HashData(key, input),
                    "512" => HMACSHA512.HashData(key, input),
                    _ => HMACSHA256.HashData(key, input),
                }
        );

    /// <summary>Puts the algorithm into the header, unless the test has put one there, and a signature after the payload.</summary>
    public string Finish(string alg, Func<byte[], byte[]> sign)
    {
        Header.TryAdd("alg", alg);
        var input =
            $"{Encode(JsonSerializer.Serialize(Header))}.{Encode(RawPayload ?? JsonSerializer.Serialize(Claims))}";
        return $"{input}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
