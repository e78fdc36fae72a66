using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace ClientAuth.FailureCases.Jwts;

/// <summary>Encoded messages of RSA signatures with SHA-256, faulty ones included (RFC 8017 §9): the BCL makes right ones only.</summary>
internal static class RsaEncodedMessage
{
    private const int HashLength = 32;

    // AlgorithmIdentifier and OCTET STRING header before a hash (RFC 8017 §9.2, note 1).
    private static ReadOnlySpan<byte> Sha256Prefix =>
        [
            0x30,
            0x31,
            0x30,
            0x0D,
            0x06,
            0x09,
            0x60,
            0x86,
            0x48,
            0x01,
            0x65,
            0x03,
            0x04,
            0x02,
            0x01,
            0x05,
            0x00,
            0x04,
            0x20,
        ];

    /// <summary>RSASSA-PSS with a salt of any length (RFC 8017 §9.1.1).</summary>
    public static byte[] Pss(int length, byte[] message, int saltLength)
    {
        var salt = RandomNumberGenerator.GetBytes(saltLength);
        var hash = SHA256.HashData([.. new byte[8], .. SHA256.HashData(message), .. salt]);
        byte[] block = [.. new byte[length - saltLength - HashLength - 2], 1, .. salt];
        var masked = block.Zip(Mask(hash, block.Length), (one, other) => (byte)(one ^ other)).ToArray();
        // The number must be smaller than the modulus.
        masked[0] &= 0x7F;
        return [.. masked, .. hash, 0xBC];
    }

    /// <summary>PKCS#1 v1.5 with a fault, or null where the form is none of those.</summary>
    public static byte[]? Pkcs1(SignatureForm form, int length, byte[] message)
    {
        var hash = SHA256.HashData(message);
        byte[] info = [.. Sha256Prefix, .. hash];
        return form switch
        {
            SignatureForm.Pkcs1ZeroPadding => Block(length, 1, 0x00, info),
            SignatureForm.Pkcs1BlockType2 => Block(length, 2, 0xFF, info),
            SignatureForm.Pkcs1BareHash => Block(length, 1, 0xFF, hash),
            SignatureForm.Pkcs1OtherHash => Block(length, 1, 0xFF, [.. info[..14], 2, .. info[15..]]),
            SignatureForm.Pkcs1ParameterGarbage => Block(length, 1, 0xFF, WithParameters(hash)),
            SignatureForm.Pkcs1NoSeparator => [0, 1, .. Ones(length - 2 - info.Length), .. info],
            SignatureForm.Pkcs1TrailingGarbage =>
            [
                0,
                1,
                .. Ones(8),
                0,
                .. info,
                .. RandomNumberGenerator.GetBytes(length - 11 - info.Length),
            ],
            _ => null,
        };
    }

    /// <summary>The private operation on an encoded message (RFC 8017 §5.2.1).</summary>
    public static byte[] Sign(RSA key, byte[] block)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var signature = BigInteger
            .ModPow(Number(block), Number(parameters.D!), Number(parameters.Modulus!))
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[key.KeySize / 8 - signature.Length], .. signature];
    }

    private static byte[] Block(int length, byte type, byte padding, byte[] content) =>
        [0, type, .. Enumerable.Repeat(padding, length - 3 - content.Length), 0, .. content];

    private static byte[] Ones(int count) => [.. Enumerable.Repeat((byte)0xFF, count)];

    // An OCTET STRING of 32 octets where NULL belongs.
    private static byte[] WithParameters(byte[] hash) =>
        [0x30, 0x51, 0x30, 0x2D, .. Sha256Prefix[4..15], 0x04, 0x20, .. new byte[32], 0x04, 0x20, .. hash];

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
