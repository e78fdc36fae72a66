using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Jwt;

/// <summary>ECDSA as JWS uses it: each algorithm has its one curve (RFC 7518 §3.4).</summary>
internal static class EcdsaSignature
{
    /// <exception cref="ArgumentException">The key is not on the algorithm's curve.</exception>
    public static void RequireCurve(ECDsa key, string algorithm)
    {
        var needed = algorithm is SignatureAlgorithms.ES512 ? 521 : int.Parse(algorithm.AsSpan(2), null);
        if (key.KeySize != needed)
        {
            throw new ArgumentException(
                $"{algorithm} needs a key on P-{needed}, this one is on a curve of {key.KeySize} bits (RFC 7518 §3.4)."
            );
        }
    }

    /// <summary>R and S side by side at full width, and not the DER form that most tools write.</summary>
    public static byte[] Sign(ECDsa key, ReadOnlySpan<byte> signingInput, HashAlgorithmName hash)
    {
        // Keys promise nothing about threads, and a device's key signs proofs and assertions: its lock is the key itself.
        lock (key)
        {
            return key.SignData(signingInput, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
