using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Smallest key of each MAC, in bytes: the size of its hash (RFC 7518 §3.2).</summary>
internal static class MacKeySizes
{
    /// <summary>Long enough for each of them.</summary>
    public const int Longest = 64;

    public static int Minimum(string alg) =>
        alg switch
        {
            SignatureAlgorithms.HS256 => 32,
            SignatureAlgorithms.HS384 => 48,
            SignatureAlgorithms.HS512 => 64,
            _ => throw new ArgumentOutOfRangeException(nameof(alg), alg, "no MAC algorithm"),
        };
}
