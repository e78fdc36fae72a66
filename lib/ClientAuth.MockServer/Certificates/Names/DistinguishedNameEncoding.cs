using System.Formats.Asn1;
using System.Text;
using ClientAuth.MockServer.Certificates.Der;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Reads the DER of a distinguished name (RFC 5280 §4.1.2.4).</summary>
internal static class DistinguishedNameEncoding
{
    // No name of a person or a machine has so many; to compare two names takes the product of theirs.
    private const int MostAttributes = 100;

    private static readonly Encoding Utf32 = new UTF32Encoding(
        bigEndian: true,
        byteOrderMark: false,
        throwOnInvalidCharacters: true
    );

    /// <exception cref="AsnContentException">The bytes are no name.</exception>
    public static DistinguishedName Read(ReadOnlyMemory<byte> encoded)
    {
        var parts = new List<IReadOnlyList<NameAttribute>>();
        var whole = new AsnReader(encoded, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        while (sequence.HasData)
        {
            parts.Add(ReadPart(sequence.ReadSetOf()));
        }

        return parts.Sum(part => part.Count) <= MostAttributes
            ? new DistinguishedName(parts)
            : throw new MalformedEncodingException($"a name of more than {MostAttributes} attributes");
    }

    /// <summary>An attribute with its encoded value: the text of a string, the bytes of anything else.</summary>
    /// <exception cref="AsnContentException">It is a string with characters that its type does not have.</exception>
    public static NameAttribute ReadAttribute(string oid, ReadOnlyMemory<byte> value)
    {
        var reader = new AsnReader(value, AsnEncodingRules.BER);
        var tag = reader.PeekTag();
        if (tag.TagClass != TagClass.Universal)
        {
            return new NameAttribute(oid, Convert.ToHexString(value.Span), IsText: false);
        }

        switch ((UniversalTagNumber)tag.TagValue)
        {
            case UniversalTagNumber.UniversalString:
                return new NameAttribute(oid, ReadUtf32(reader.PeekContentBytes()));
            case UniversalTagNumber.UTF8String
            or UniversalTagNumber.PrintableString
            or UniversalTagNumber.IA5String
            or UniversalTagNumber.NumericString
            or UniversalTagNumber.VisibleString
            or UniversalTagNumber.BMPString
            or UniversalTagNumber.T61String:
                return new NameAttribute(oid, reader.ReadCharacterString((UniversalTagNumber)tag.TagValue));
            default:
                return new NameAttribute(oid, Convert.ToHexString(value.Span), IsText: false);
        }
    }

    private static List<NameAttribute> ReadPart(AsnReader set)
    {
        var attributes = new List<NameAttribute>();
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var oid = attribute.ReadObjectIdentifier();
            attributes.Add(ReadAttribute(oid, attribute.ReadEncodedValue()));
            attribute.ThrowIfNotEmpty();
        }

        return attributes is not []
            ? attributes
            : throw new MalformedEncodingException("a part of a name without attributes");
    }

    // Four octets a character (X.680 §41); the BCL has no reader for it.
    private static string ReadUtf32(ReadOnlyMemory<byte> octets)
    {
        try
        {
            return Utf32.GetString(octets.Span);
        }
        catch (DecoderFallbackException e)
        {
            throw new MalformedEncodingException("a UniversalString that is no Unicode", e);
        }
    }
}
