using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.MockServer.Dpop;

/// <summary>What <c>ath</c> holds: base64url SHA-256 of the access token's ASCII characters (RFC 9449 §4.2).</summary>
internal static class AccessTokenHash
{
    public static string Of(string accessToken) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
}
