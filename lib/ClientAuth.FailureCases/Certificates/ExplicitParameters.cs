using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>Writes a curve by its parameters instead of its name, as RFC 5480 §2.1.1 forbids.</summary>
internal static class ExplicitParameters
{
    /// <param name="subjectPublicKeyInfo">Of a key on a named curve.</param>
    public static byte[] Of(byte[] subjectPublicKeyInfo)
    {
        using var named = ECDsa.Create();
        named.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        var key = named.ExportExplicitParameters(includePrivateParameters: false);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.2.1");
                WriteCurve(writer, key.Curve);
            }

            writer.WriteBitString(Point(key.Q));
        }

        return writer.Encode();
    }

    // RFC 3279 §2.3.5, for a curve over a prime field.
    private static void WriteCurve(AsnWriter writer, ECCurve curve)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.1.1");
                writer.WriteIntegerUnsigned(curve.Prime);
            }

            using (writer.PushSequence())
            {
                writer.WriteOctetString(curve.A);
                writer.WriteOctetString(curve.B);
            }

            writer.WriteOctetString(Point(curve.G));
            writer.WriteIntegerUnsigned(curve.Order);
            writer.WriteIntegerUnsigned(curve.Cofactor);
        }
    }

    private static byte[] Point(ECPoint point) => [0x04, .. point.X!, .. point.Y!];
}
