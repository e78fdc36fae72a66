using System.Security.Cryptography;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Jwt;

/// <summary>How long an RSA key may be, in bits. The least is the operator's choice (RFC 7518 §3.3).</summary>
internal static class RsaKeySizes
{
    public const int Maximum = KeyOptions.LargestRsaKeySize;

    public static bool Fits(int size, int minimum) => size >= minimum && size <= Maximum;

    /// <summary>What is allowed, for a trace.</summary>
    public static string Describe(int minimum) => $"RSA keys of {minimum} to {Maximum} bits";
}

/// <summary>Smallest key of each MAC, in bytes: the size of its hash (RFC 7518 §3.2).</summary>
internal static class MacKeySizes
{
    /// <summary>Long enough for each of them.</summary>
    public const int Longest = 64;

    /// <summary>The hash of a MAC algorithm, or null for one that is none.</summary>
    public static HashAlgorithmName? HashOf(string alg) =>
        alg switch
        {
            SignatureAlgorithms.HS256 => HashAlgorithmName.SHA256,
            SignatureAlgorithms.HS384 => HashAlgorithmName.SHA384,
            SignatureAlgorithms.HS512 => HashAlgorithmName.SHA512,
            _ => null,
        };

    public static int Minimum(string alg) =>
        alg switch
        {
            SignatureAlgorithms.HS256 => 32,
            SignatureAlgorithms.HS384 => 48,
            SignatureAlgorithms.HS512 => 64,
            _ => throw new ArgumentOutOfRangeException(nameof(alg), alg, "no MAC algorithm"),
        };
}
