using System.Formats.Asn1;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Certificates;

/// <summary>The fields of a certificate, in their order and form (RFC 5280 §4.1).</summary>
internal static class CertificateEncoding
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag IssuerIdTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag SubjectIdTag = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3);

    /// <exception cref="AsnContentException">Something is wrong; the message says what.</exception>
    public static void Check(ReadOnlyMemory<byte> der)
    {
        var signed = SignedContent.Read(der);
        var whole = new AsnReader(signed.Content, AsnEncodingRules.DER);
        var content = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var version = ReadVersion(content);
        content.ReadIntegerBytes();
        signed.RequireAlgorithm(content.ReadEncodedValue());
        if (DistinguishedNameEncoding.Read(content.ReadEncodedValue()).IsEmpty)
        {
            throw new MalformedEncodingException("an issuer without a name");
        }

        var validity = content.ReadSequence();
        EncodedTime.Read(validity);
        EncodedTime.Read(validity);
        validity.ThrowIfNotEmpty();
        DistinguishedNameEncoding.Read(content.ReadEncodedValue());
        CheckKey(content.ReadSequence());
        var hasIdentifiers = ReadIdentifier(content, IssuerIdTag) | ReadIdentifier(content, SubjectIdTag);
        if (hasIdentifiers && version == 1)
        {
            throw new MalformedEncodingException("version 1 with unique identifiers, which came with version 2");
        }

        if (content.HasData)
        {
            CheckExtensions(content, version);
        }

        content.ThrowIfNotEmpty();
    }

    private static int ReadVersion(AsnReader content)
    {
        if (!content.PeekTag().HasSameClassAndValue(VersionTag))
        {
            return 1;
        }

        var field = content.ReadSequence(VersionTag);
        var written = field.ReadInteger();
        field.ThrowIfNotEmpty();
        return written == 1 || written == 2 ? (int)written + 1
            : written == 0 ? throw new MalformedEncodingException("version 1 written out, which DER leaves out")
            : throw new MalformedEncodingException($"version {written + 1}, which there is not");
    }

    // RFC 3279 §2.3.1: the parameters of an RSA key are NULL. Those of a key on a curve are judged with its strength.
    private static void CheckKey(AsnReader key)
    {
        var algorithm = key.ReadSequence();
        if (algorithm.ReadObjectIdentifier() == RsaEncryption)
        {
            algorithm.ReadNull();
            algorithm.ThrowIfNotEmpty();
        }

        key.ReadBitString(out var unusedBits);
        key.ThrowIfNotEmpty();
        if (unusedBits != 0)
        {
            throw new MalformedEncodingException($"a public key with {unusedBits} unused bits");
        }
    }

    private static bool ReadIdentifier(AsnReader content, Asn1Tag tag)
    {
        if (!content.HasData || !content.PeekTag().HasSameClassAndValue(tag))
        {
            return false;
        }

        content.ReadBitString(out _, tag);
        return true;
    }

    private static void CheckExtensions(AsnReader content, int version)
    {
        var field = content.ReadSequence(ExtensionsTag);
        if (version != 3)
        {
            throw new MalformedEncodingException($"version {version} with extensions, which came with version 3");
        }

        EncodedExtension.ReadAll(field.ReadSequence());
        field.ThrowIfNotEmpty();
    }
}
