using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>
/// A certificate field by field, each as encoded bytes, so that a test can make what no library makes (RFC 5280 §4.1). Give a
/// <see cref="CertificateProfile.Rewrite"/> that changes one field; the certificate is signed after the change.
/// </summary>
public sealed record RawCertificate
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3);

    private RawCertificate() { }

    /// <summary>As it is written: 2 is version 3. Null leaves the field out, which means version 1.</summary>
    public int? Version { get; init; }

    /// <summary>An INTEGER.</summary>
    public required byte[] SerialNumber { get; init; }

    /// <summary>The AlgorithmIdentifier inside the signed content.</summary>
    public required byte[] SignatureAlgorithm { get; init; }

    /// <summary>A Name.</summary>
    public required byte[] Issuer { get; init; }

    /// <summary>A UTCTime or GeneralizedTime.</summary>
    public required byte[] NotBefore { get; init; }

    /// <summary>A UTCTime or GeneralizedTime.</summary>
    public required byte[] NotAfter { get; init; }

    /// <summary>A Name.</summary>
    public required byte[] Subject { get; init; }

    /// <summary>A SubjectPublicKeyInfo.</summary>
    public required byte[] SubjectPublicKeyInfo { get; init; }

    /// <summary>Each an Extension. Without any the field is left out.</summary>
    public required IReadOnlyList<byte[]> Extensions { get; init; }

    /// <summary>The AlgorithmIdentifier beside the signature; null repeats <see cref="SignatureAlgorithm"/>.</summary>
    public byte[]? OuterAlgorithm { get; init; }

    /// <summary>What is done to the signature after it is made.</summary>
    public Func<byte[], byte[]> AlterSignature { get; init; } = signature => signature;

    /// <summary>How many bits at the end of the signature its BIT STRING declares as unused; none in a proper certificate.</summary>
    public byte UnusedBits { get; init; }

    /// <summary>The fields of a certificate.</summary>
    /// <exception cref="AsnContentException">It is no certificate.</exception>
    public static RawCertificate Read(ReadOnlyMemory<byte> der)
    {
        var content = new AsnReader(der, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        var version = content.PeekTag().HasSameClassAndValue(VersionTag)
            ? (int?)content.ReadSequence(VersionTag).ReadInteger()
            : null;
        var serial = content.ReadEncodedValue().ToArray();
        var algorithm = content.ReadEncodedValue().ToArray();
        var issuer = content.ReadEncodedValue().ToArray();
        var validity = content.ReadSequence();
        return new RawCertificate
        {
            Version = version,
            SerialNumber = serial,
            SignatureAlgorithm = algorithm,
            Issuer = issuer,
            NotBefore = validity.ReadEncodedValue().ToArray(),
            NotAfter = validity.ReadEncodedValue().ToArray(),
            Subject = content.ReadEncodedValue().ToArray(),
            SubjectPublicKeyInfo = content.ReadEncodedValue().ToArray(),
            Extensions = content.HasData ? ReadExtensions(content) : [],
        };
    }

    /// <summary>The certificate, signed.</summary>
    /// <param name="signer">Signs with the issuer's key.</param>
    /// <param name="hash">What is signed.</param>
    public byte[] Sign(X509SignatureGenerator signer, HashAlgorithmName hash)
    {
        var content = EncodeContent();
        var signature = AlterSignature(signer.SignData(content, hash));
        // BER, so that a field may be encoded in a way that DER does not allow.
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(content);
            writer.WriteEncodedValue(OuterAlgorithm ?? SignatureAlgorithm);
            writer.WriteBitString(signature, UnusedBits);
        }

        return writer.Encode();
    }

    private byte[] EncodeContent()
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            if (Version is { } version)
            {
                using (writer.PushSequence(VersionTag))
                {
                    writer.WriteInteger(version);
                }
            }

            writer.WriteEncodedValue(SerialNumber);
            writer.WriteEncodedValue(SignatureAlgorithm);
            writer.WriteEncodedValue(Issuer);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(NotBefore);
                writer.WriteEncodedValue(NotAfter);
            }

            writer.WriteEncodedValue(Subject);
            writer.WriteEncodedValue(SubjectPublicKeyInfo);
            WriteExtensions(writer);
        }

        return writer.Encode();
    }

    private void WriteExtensions(AsnWriter writer)
    {
        if (Extensions.Count == 0)
        {
            return;
        }

        using (writer.PushSequence(ExtensionsTag))
        using (writer.PushSequence())
        {
            foreach (var extension in Extensions)
            {
                writer.WriteEncodedValue(extension);
            }
        }
    }

    private static List<byte[]> ReadExtensions(AsnReader content)
    {
        var extensions = new List<byte[]>();
        var list = content.ReadSequence(ExtensionsTag).ReadSequence();
        while (list.HasData)
        {
            extensions.Add(list.ReadEncodedValue().ToArray());
        }

        return extensions;
    }
}
