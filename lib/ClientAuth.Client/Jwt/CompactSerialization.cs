using System.Buffers.Text;
using System.Text;

namespace ClientAuth.Client.Jwt;

/// <summary>The compact serialization of a signed JWT (RFC 7515 §3.1).</summary>
internal static class CompactSerialization
{
    /// <summary>Header or claims as they stand in the JWT: the base64url of their UTF-8.</summary>
    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>What the signature covers: the ASCII bytes of encoded header, full stop, encoded payload (RFC 7515 §5.1).</summary>
    public static byte[] SigningInput(string headerJson, string claimsJson) =>
        Encoding.ASCII.GetBytes($"{Encode(headerJson)}.{Encode(claimsJson)}");

    /// <summary>The whole JWT.</summary>
    public static string Write(string headerJson, string claimsJson, ReadOnlySpan<byte> signature) =>
        $"{Encode(headerJson)}.{Encode(claimsJson)}.{Base64Url.EncodeToString(signature)}";
}
