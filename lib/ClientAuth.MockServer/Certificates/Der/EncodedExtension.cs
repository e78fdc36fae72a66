using System.Formats.Asn1;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>An extension of a certificate or a revocation list, as it is encoded (RFC 5280 §4.1.2.9).</summary>
/// <param name="Oid">Which one.</param>
/// <param name="IsCritical">Whether who does not know it must refuse what holds it.</param>
internal sealed record EncodedExtension(string Oid, bool IsCritical)
{
    /// <summary>The extensions of a list, each once; there is no empty list.</summary>
    /// <exception cref="AsnContentException">They are not as DER has them; the message says what is wrong.</exception>
    public static IReadOnlyList<EncodedExtension> ReadAll(AsnReader list)
    {
        var extensions = new List<EncodedExtension>();
        while (list.HasData)
        {
            extensions.Add(Read(list.ReadSequence()));
        }

        return extensions is not []
            ? extensions
            : throw new MalformedEncodingException("a list of extensions without any, which is left out");
    }

    private static EncodedExtension Read(AsnReader extension)
    {
        var oid = extension.ReadObjectIdentifier();
        var isCritical = false;
        if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
        {
            isCritical = extension.ReadBoolean()
                ? true
                : throw new MalformedEncodingException($"the default FALSE written out in {oid}, which DER leaves out");
        }

        extension.ReadOctetString();
        extension.ThrowIfNotEmpty();
        return new EncodedExtension(oid, isCritical);
    }
}
