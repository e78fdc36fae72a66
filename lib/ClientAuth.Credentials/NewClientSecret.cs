using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials;

/// <summary>Makes client secrets that cannot be guessed.</summary>
public static class NewClientSecret
{
    /// <summary>Random bytes in Base64url, which needs no escaping in a form or a header.</summary>
    /// <param name="byteCount">32 is 256 bits; a MAC wants at least the size of its hash (RFC 7518 §3.2).</param>
    public static ClientSecret Generate(int byteCount = 32) =>
        new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(byteCount)));

    /// <summary>A secret long enough for the algorithm, or for every one where none is named.</summary>
    public static ClientSecret ForAlgorithm(string? signatureAlgorithm) =>
        Generate(
            signatureAlgorithm switch
            {
                SignatureAlgorithms.HS256 => 32,
                SignatureAlgorithms.HS384 => 48,
                _ => 64,
            }
        );
}
