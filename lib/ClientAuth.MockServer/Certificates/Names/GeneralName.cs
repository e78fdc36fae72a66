using System.Formats.Asn1;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Checks;

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
    /// <summary>Reads the next name.</summary>
    /// <exception cref="AsnContentException">The next value is no name.</exception>
    public static GeneralName Read(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var kind =
            tag.TagClass == TagClass.ContextSpecific && tag.TagValue <= (int)GeneralNameKind.RegisteredId
                ? (GeneralNameKind)tag.TagValue
                : throw new MalformedEncodingException($"{tag} begins no general name.");
        switch (kind)
        {
            case GeneralNameKind.Email or GeneralNameKind.Dns or GeneralNameKind.Uri:
                return new GeneralName(kind, Text: reader.ReadCharacterString(UniversalTagNumber.IA5String, tag));
            case GeneralNameKind.IpAddress:
                return new GeneralName(kind, Address: reader.ReadOctetString(tag));
            case GeneralNameKind.Directory:
                // Tagged explicitly: a name is a CHOICE.
                var field = reader.ReadSequence(tag);
                var name = DistinguishedNameEncoding.Read(field.ReadEncodedValue());
                field.ThrowIfNotEmpty();
                return new GeneralName(kind, Directory: name);
            default:
                reader.ReadEncodedValue();
                return new GeneralName(kind);
        }
    }

    /// <summary>The name in words, for a trace.</summary>
    public string Describe() =>
        this switch
        {
            { Text: not "" } => $"{Kind} name {Quote.Text(Text)}",
            { Kind: GeneralNameKind.IpAddress, Address.Length: 4 or 16 } =>
                $"IP name '{new System.Net.IPAddress(Address.Span)}'",
            _ => $"a name of kind {Kind}",
        };
}
