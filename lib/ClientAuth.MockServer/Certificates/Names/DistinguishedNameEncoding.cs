using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Reads the DER of a distinguished name (RFC 5280 §4.1.2.4).</summary>
internal static class DistinguishedNameEncoding
{
    /// <exception cref="AsnContentException">The bytes are no name.</exception>
    public static DistinguishedName Read(X500DistinguishedName encoded)
    {
        var parts = new List<IReadOnlyList<NameAttribute>>();
        var sequence = new AsnReader(encoded.RawData, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            var attributes = new List<NameAttribute>();
            var set = sequence.ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                attributes.Add(new NameAttribute(oid, ReadValue(attribute.ReadEncodedValue())));
            }

            parts.Add(attributes);
        }

        return new DistinguishedName(parts);
    }

    /// <summary>The text of an encoded attribute value; one that is no string gives its bytes in hexadecimal.</summary>
    public static string ReadValue(ReadOnlyMemory<byte> encoded)
    {
        var reader = new AsnReader(encoded, AsnEncodingRules.BER);
        var tag = reader.PeekTag();
        return tag switch
        {
            {
                TagClass: TagClass.Universal,
                TagValue: (int)UniversalTagNumber.UTF8String
                    or (int)UniversalTagNumber.PrintableString
                    or (int)UniversalTagNumber.IA5String
                    or (int)UniversalTagNumber.NumericString
                    or (int)UniversalTagNumber.VisibleString
                    or (int)UniversalTagNumber.BMPString
                    or (int)UniversalTagNumber.T61String
            } => reader.ReadCharacterString((UniversalTagNumber)tag.TagValue),
            _ => "#" + Convert.ToHexString(encoded.Span),
        };
    }
}
