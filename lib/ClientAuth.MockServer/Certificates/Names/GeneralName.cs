using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>A name of one of nine kinds, as subject alternative names and name constraints hold it (RFC 5280 §4.2.1.6).</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Text">Of an e-mail address, DNS name or URI; otherwise empty.</param>
/// <param name="Address">The octets of an IP address, with those of a mask where it is a constraint; otherwise empty.</param>
/// <param name="Directory">Of a directory name; otherwise null.</param>
internal sealed record GeneralName(
    GeneralNameKind Kind,
    string Text = "",
    ReadOnlyMemory<byte> Address = default,
    DistinguishedName? Directory = null
)
{
    /// <summary>The names of an extension's value.</summary>
    /// <exception cref="AsnContentException">It holds something else.</exception>
    public static IReadOnlyList<GeneralName> ReadAll(ReadOnlyMemory<byte> extension)
    {
        var names = new List<GeneralName>();
        var whole = new AsnReader(extension, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        while (sequence.HasData)
        {
            names.Add(Read(sequence));
        }

        return names;
    }

    /// <summary>Reads the next name.</summary>
    /// <exception cref="AsnContentException">The next value is no name.</exception>
    public static GeneralName Read(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var kind =
            tag.TagClass == TagClass.ContextSpecific && tag.TagValue <= (int)GeneralNameKind.RegisteredId
                ? (GeneralNameKind)tag.TagValue
                : throw new AsnContentException($"{tag} begins no general name.");
        switch (kind)
        {
            case GeneralNameKind.Email or GeneralNameKind.Dns or GeneralNameKind.Uri:
                return new GeneralName(kind, Text: reader.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            case GeneralNameKind.IpAddress:
                return new GeneralName(kind, Address: reader.ReadOctetString(tag));
            case GeneralNameKind.Directory:
                var name = new X500DistinguishedName(reader.ReadSequence(tag).ReadEncodedValue().Span);
                return new GeneralName(kind, Directory: DistinguishedName.Read(name));
            default:
                reader.ReadEncodedValue();
                return new GeneralName(kind);
        }
    }
}
