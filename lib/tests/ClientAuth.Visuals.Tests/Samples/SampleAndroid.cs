using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;
using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>What an Android device would send, built from the documentation of its key attestation; the same bytes but for signatures.</summary>
internal static class SampleAndroid
{
    public static PlatformAttestation Genuine { get; } = With("challenge-1", "com.example.mobileapp");

    public static PlatformAttestation With(string challenge, string package) =>
        Of(KeyDescription(Utf8(challenge), ApplicationId(Utf8(package)), RootOfTrust(locked: true, state: 0)));

    /// <summary>The first certificate holds these bytes as its key description, or none.</summary>
    public static PlatformAttestation Of(byte[]? keyDescription)
    {
        using var leaf = SampleCertificate.IssuedTo(
            "CN=Android Keystore Key",
            "CN=Sample attestation",
            keyDescription is null
                ? []
                : [new X509Extension(AndroidKeyDescription.Oid, keyDescription, critical: false)]
        );
        using var issuer = SampleCertificate.IssuedTo("CN=Sample attestation", "CN=Sample root");
        return new PlatformAttestation
        {
            Format = AttestationFormats.AndroidKey,
            X5c = [Convert.ToBase64String(leaf.RawData), Convert.ToBase64String(issuer.RawData)],
        };
    }

    public static byte[] KeyDescription(byte[] challenge, byte[] applicationId, byte[] rootOfTrust) =>
        Der(writer =>
        {
            writer.WriteInteger(300);
            writer.WriteEnumeratedValue(AndroidSecurityLevel.TrustedEnvironment);
            writer.WriteInteger(300);
            writer.WriteEnumeratedValue(AndroidSecurityLevel.StrongBox);
            writer.WriteOctetString(challenge);
            writer.WriteOctetString([]);
            using (writer.PushSequence())
            {
                Entry(writer, 701, Der(value => value.WriteInteger(1767225600000), sequence: false));
                Entry(writer, 709, applicationId);
            }

            using (writer.PushSequence())
            {
                Entry(writer, 1, Der(value => WriteSet(value, 2, 3), sequence: false));
                Entry(writer, 2, Der(value => value.WriteInteger(3), sequence: false));
                Entry(writer, 702, Der(value => value.WriteInteger(0), sequence: false));
                Entry(writer, 704, rootOfTrust);
                Entry(writer, 999, Der(value => value.WriteNull(), sequence: false));
            }
        });

    public static byte[] ApplicationId(byte[] package)
    {
        var inner = Der(writer =>
        {
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteOctetString(package);
                writer.WriteInteger(7);
            }

            using (writer.PushSetOf())
            {
                writer.WriteOctetString(SHA256.HashData("release"u8));
            }
        });
        return Der(writer => writer.WriteOctetString(inner), sequence: false);
    }

    public static byte[] RootOfTrust(bool locked, int state) =>
        Der(writer =>
        {
            writer.WriteOctetString(SHA256.HashData("boot key"u8));
            writer.WriteBoolean(locked);
            writer.WriteEnumeratedValue((AndroidBootState)state);
            writer.WriteOctetString(SHA256.HashData("system"u8));
        });

    private static void Entry(AsnWriter list, int tag, byte[] value)
    {
        using (list.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag)))
        {
            list.WriteEncodedValue(value);
        }
    }

    private static void WriteSet(AsnWriter writer, params int[] numbers)
    {
        using (writer.PushSetOf())
        {
            foreach (var number in numbers)
            {
                writer.WriteInteger(number);
            }
        }
    }

    private static byte[] Der(Action<AsnWriter> write, bool sequence = true)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        if (!sequence)
        {
            write(writer);
            return writer.Encode();
        }

        using (writer.PushSequence())
        {
            write(writer);
        }

        return writer.Encode();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
