using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Devices.Apple;

/// <summary>The extension of Apple's certificate that holds the nonce: <c>SEQUENCE { [1] EXPLICIT OCTET STRING }</c>.</summary>
internal static class NonceExtension
{
    public const string Oid = "1.2.840.113635.100.8.2";

    public static X509Extension Create(byte[] nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true)))
        {
            writer.WriteOctetString(nonce);
        }

        return new X509Extension(Oid, writer.Encode(), critical: false);
    }
}
