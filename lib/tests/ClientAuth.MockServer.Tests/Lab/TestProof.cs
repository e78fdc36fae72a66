using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A DPoP proof, made with nothing but the BCL and the test's own signer.</summary>
internal static class TestProof
{
    /// <param name="key">Signs, and stands in the header.</param>
    /// <param name="target">What <c>htu</c> holds.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="nonce">The server's nonce, or null for none.</param>
    /// <param name="accessToken">The token that it goes with, or null for none.</param>
    /// <param name="method">What <c>htm</c> holds.</param>
    public static string Sign(
        ECDsa key,
        string target,
        DateTimeOffset now,
        string? nonce,
        string? accessToken = null,
        string method = "POST"
    )
    {
        // A client assertion has other claims; what is needed of it is the signing alone.
        var jwt = new TestAssertion("", "", now);
        jwt.Claims.Clear();
        jwt.Header["typ"] = JwtTypes.DpopProof;
        jwt.Header["jwk"] = PublicMembers(key);
        jwt.Claims["jti"] = Guid.NewGuid().ToString();
        jwt.Claims["htm"] = method;
        jwt.Claims["htu"] = target;
        jwt.Claims["iat"] = now.ToUnixTimeSeconds();
        if (nonce is not null)
        {
            jwt.Claims["nonce"] = nonce;
        }

        if (accessToken is not null)
        {
            jwt.Claims["ath"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
        }

        return jwt.Sign(key);
    }

    /// <summary>The public key as JSON has it.</summary>
    public static JsonElement PublicMembers(ECDsa key) =>
        JsonSerializer
            .SerializeToElement(new JwkSet { Keys = [Jwk.FromPublicKey(key)] }, ProtocolJson.Default.JwkSet)
            .GetProperty("keys")[0];
}
