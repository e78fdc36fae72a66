using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Visuals.Certificates;

/// <summary>Subject alternative names, each with its kind (RFC 5280 §4.2.1.6); the same text under another kind is another name.</summary>
internal static class SubjectAlternativeNames
{
    private const string Oid = "2.5.29.17";

    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static IReadOnlyList<string> Read(X509Certificate2 certificate) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid) is { } extension
            ? [.. Names(extension.RawData)]
            : [];

    private static List<string> Names(byte[] extension)
    {
        var names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        var read = new List<string>();
        while (names.HasData)
        {
            read.Add(Name(names));
        }

        return read;
    }

    private static string Name(AsnReader names)
    {
        var tag = names.PeekTag();
        return tag.TagValue switch
        {
            1 => $"email: {names.ReadCharacterString(UniversalTagNumber.IA5String, tag)}",
            2 => $"DNS: {names.ReadCharacterString(UniversalTagNumber.IA5String, tag)}",
            6 => $"URI: {names.ReadCharacterString(UniversalTagNumber.IA5String, tag)}",
            7 => $"IP: {Address(names.ReadOctetString(tag))}",
            _ => Other(names),
        };
    }

    private static string Address(byte[] octets) =>
        octets.Length is 4 or 16 ? new IPAddress(octets).ToString() : Convert.ToHexString(octets);

    private static string Other(AsnReader names)
    {
        var tag = names.PeekTag().TagValue;
        names.ReadEncodedValue();
        return tag == 4 ? "a directory name" : "a name of another kind";
    }
}
