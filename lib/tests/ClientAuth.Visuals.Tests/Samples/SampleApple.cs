using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>What an Apple device would send, built from the documentation of App Attest; the same bytes but for signatures.</summary>
internal static class SampleApple
{
    private const string NonceOid = "1.2.840.113635.100.8.2";

    public static PlatformAttestation Attestation { get; } = Attested(AttestedKey("appattest"), "apple-appattest");

    public static PlatformAttestation Assertion { get; } =
        new()
        {
            Format = AttestationFormats.AppleAppAttest,
            Assertion = Convert.ToBase64String(
                Map(
                    map =>
                    {
                        map.WriteTextString("signature");
                        map.WriteByteString(new byte[71]);
                        map.WriteTextString("authenticatorData");
                        map.WriteByteString(Head(flags: 0x40, counter: 258));
                    },
                    members: 2
                )
            ),
        };

    public static PlatformAttestation Attested(byte[] authData, string format)
    {
        using var leaf = SampleCertificate.IssuedTo(
            "CN=key",
            "CN=Sample App Attest",
            new X509Extension(NonceOid, Nonce(SHA256.HashData("nonce"u8)), critical: false)
        );
        var certificate = leaf.RawData;
        return new PlatformAttestation
        {
            Format = AttestationFormats.AppleAppAttest,
            AttestationObject = Convert.ToBase64String(Map(map => WriteObject(map, format, certificate, authData), 3)),
        };
    }

    /// <summary>Authenticator data with a key of 77 bytes under a name of 32.</summary>
    public static byte[] AttestedKey(string environment)
    {
        var aaguid = new byte[16];
        Encoding.ASCII.GetBytes(environment).CopyTo(aaguid, 0);
        return [.. Head(flags: 0x40, counter: 0), .. aaguid, 0, 32, .. SHA256.HashData("key"u8), .. new byte[77]];
    }

    private static byte[] Head(byte flags, uint counter)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, counter);
        return [.. SHA256.HashData("A1B2C3D4E5.com.example.mobileapp"u8), flags, .. number];
    }

    private static void WriteObject(CborWriter map, string format, byte[] certificate, byte[] authData)
    {
        map.WriteTextString("fmt");
        map.WriteTextString(format);
        map.WriteTextString("attStmt");
        map.WriteStartMap(2);
        map.WriteTextString("x5c");
        map.WriteStartArray(1);
        map.WriteByteString(certificate);
        map.WriteEndArray();
        map.WriteTextString("receipt");
        map.WriteByteString(new byte[12]);
        map.WriteEndMap();
        map.WriteTextString("authData");
        map.WriteByteString(authData);
    }

    private static byte[] Map(Action<CborWriter> write, int members)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(members);
        write(writer);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static byte[] Nonce(byte[] nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            writer.WriteOctetString(nonce);
        }

        return writer.Encode();
    }
}
