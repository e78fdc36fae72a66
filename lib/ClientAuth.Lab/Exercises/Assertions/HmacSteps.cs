using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Lab.Exercises.Assertions;

/// <summary>The steps of an <c>HS256</c> signature, for the answers that the exercise of lesson 02 knows.</summary>
internal static class HmacSteps
{
    public static byte[] Hs256(string input, byte[] key) => Hs256(Ascii(input), key);

    public static byte[] Hs256(byte[] input, byte[] key) => HMACSHA256.HashData(key, input);

    public static byte[] Hs512(string input, byte[] key) => HMACSHA512.HashData(key, Ascii(input));

    public static byte[] Hash(byte[] input) => SHA256.HashData(input);

    public static string Encode(byte[] octets) => Base64Url.EncodeToString(octets);

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
