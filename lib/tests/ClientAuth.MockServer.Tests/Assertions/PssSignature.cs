using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>RSASSA-PSS with SHA-256 and a salt of any length, by hand (RFC 8017 §9.1.1): the BCL makes one length only.</summary>
internal static class PssSignature
{
    private const int HashLength = 32;

    /// <param name="key">Its modulus fills whole octets.</param>
    /// <param name="message">What is signed.</param>
    /// <param name="saltLength">In octets.</param>
    public static byte[] Sign(RSA key, byte[] message, int saltLength)
    {
        var length = key.KeySize / 8;
        var salt = RandomNumberGenerator.GetBytes(saltLength);
        var hash = SHA256.HashData([.. new byte[8], .. SHA256.HashData(message), .. salt]);
        byte[] block = [.. new byte[length - saltLength - HashLength - 2], 1, .. salt];
        var masked = block.Zip(Mask(hash, block.Length), (one, other) => (byte)(one ^ other)).ToArray();
        // The number must be smaller than the modulus.
        masked[0] &= 0x7F;
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var signature = BigInteger
            .ModPow(Number([.. masked, .. hash, 0xBC]), Number(parameters.D!), Number(parameters.Modulus!))
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - signature.Length], .. signature];
    }

    // MGF1 (RFC 8017 Appendix B.2.1).
    private static byte[] Mask(byte[] seed, int length)
    {
        var mask = new List<byte>();
        var counter = new byte[4];
        for (var i = 0; mask.Count < length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(counter, i);
            mask.AddRange(SHA256.HashData([.. seed, .. counter]));
        }

        return [.. mask.Take(length)];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
