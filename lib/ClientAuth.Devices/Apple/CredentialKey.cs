using System.Formats.Cbor;
using System.Security.Cryptography;

namespace ClientAuth.Devices.Apple;

/// <summary>A P-256 public key in the two forms that App Attest writes it in.</summary>
internal static class CredentialKey
{
    /// <summary>The uncompressed point of ANSI X9.62: <c>04</c>, x, y; 65 bytes.</summary>
    public static byte[] Point(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0x04, .. point.X!, .. point.Y!];
    }

    /// <summary>What App Attest calls the key: SHA-256 of its point.</summary>
    public static byte[] Id(ECDsa key) => SHA256.HashData(Point(key));

    /// <summary>A COSE key for ES256 (RFC 9053 §7.1.1).</summary>
    public static byte[] Cose(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        Write(writer, 1, 2); // kty: EC2
        Write(writer, 3, -7); // alg: ES256
        Write(writer, -1, 1); // crv: P-256
        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void Write(CborWriter writer, int label, int value)
    {
        writer.WriteInt32(label);
        writer.WriteInt32(value);
    }
}
