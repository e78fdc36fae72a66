using System.Formats.Cbor;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>A public key as authenticators write it (RFC 9052 §7, RFC 9053 §7.1).</summary>
internal static class CoseKey
{
    private const int KeyType = 1;
    private const int Curve = -1;
    private const int X = -2;
    private const int Y = -3;
    private const int EllipticCurve = 2;
    private const int P256 = 1;

    /// <summary>The point of a key on P-256, uncompressed (X9.62), or null for anything else.</summary>
    public static byte[]? ReadPoint(byte[] cose) => EvidenceCbor.Read(cose, ReadPoint);

    private static byte[]? ReadPoint(CborReader reader)
    {
        int? type = null;
        int? curve = null;
        byte[]? x = null;
        byte[]? y = null;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            switch (reader.ReadInt32())
            {
                case KeyType:
                    type = reader.ReadInt32();
                    break;
                case Curve:
                    curve = reader.ReadInt32();
                    break;
                case X:
                    x = reader.ReadByteString();
                    break;
                case Y:
                    y = reader.ReadByteString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }

        reader.ReadEndMap();
        return type == EllipticCurve && curve == P256 && x is not null && y is not null ? [0x04, .. x, .. y] : null;
    }
}
