using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Visuals.Certificates;

/// <summary>Subject alternative names, each with its kind (RFC 5280 §4.2.1.6); the same text under another kind is another name.</summary>
internal static class SubjectAlternativeNames
{
    private const string Oid = "2.5.29.17";

    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static IReadOnlyList<(string Kind, string Value)> Read(X509Certificate2 certificate) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid) is { } extension
            ? [.. Names(extension.RawData)]
            : [];

    private static List<(string Kind, string Value)> Names(byte[] extension)
    {
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        var read = new List<(string Kind, string Value)>();
        while (names.HasData)
        {
            read.Add(Name(names));
        }

        return read;
    }

    private static (string Kind, string Value) Name(AsnReader names)
    {
        var tag = names.PeekTag();
        return tag.TagValue switch
        {
            1 => ("e-mail", names.ReadCharacterString(UniversalTagNumber.IA5String, tag)),
            2 => ("DNS", names.ReadCharacterString(UniversalTagNumber.IA5String, tag)),
            6 => ("URI", names.ReadCharacterString(UniversalTagNumber.IA5String, tag)),
            7 => ("IP address", Address(names.ReadOctetString(tag))),
            4 => ("directory name", Encoded(names)),
            _ => ("another kind", Encoded(names)),
        };
    }

    private static string Address(byte[] octets) =>
        octets.Length is 4 or 16 ? new IPAddress(octets).ToString() : Convert.ToHexString(octets);

    private static string Encoded(AsnReader names) => Convert.ToHexString(names.ReadEncodedValue().Span);
}
