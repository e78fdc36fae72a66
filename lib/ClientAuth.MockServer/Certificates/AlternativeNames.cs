using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>The four kinds of subject alternative name that a client can be known by (RFC 5280 §4.2.1.6, RFC 8705 §2.1.2).</summary>
internal sealed class AlternativeNames
{
    private const string SubjectAlternativeName = "2.5.29.17";

    private static readonly Asn1Tag EmailTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag DnsTag = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag UriTag = new(TagClass.ContextSpecific, 6);
    private static readonly Asn1Tag IpTag = new(TagClass.ContextSpecific, 7);

    private readonly List<string> _dns = [];
    private readonly List<string> _uris = [];
    private readonly List<string> _emails = [];
    private readonly List<IPAddress> _addresses = [];

    private AlternativeNames() { }

    public IReadOnlyList<string> Dns => _dns;

    public IReadOnlyList<string> Uris => _uris;

    public IReadOnlyList<string> Emails => _emails;

    public IReadOnlyList<IPAddress> Addresses => _addresses;

    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static AlternativeNames Of(X509Certificate2 certificate)
    {
        var names = new AlternativeNames();
        foreach (var extension in certificate.Extensions.Where(e => e.Oid?.Value == SubjectAlternativeName))
        {
            names.Read(new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence());
        }

        return names;
    }

    private void Read(AsnReader names)
    {
        while (names.HasData)
        {
            var tag = names.PeekTag();
            if (tag.HasSameClassAndValue(EmailTag))
            {
                _emails.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, EmailTag));
            }
            else if (tag.HasSameClassAndValue(DnsTag))
            {
                _dns.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, DnsTag));
            }
            else if (tag.HasSameClassAndValue(UriTag))
            {
                _uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
            }
            else if (tag.HasSameClassAndValue(IpTag))
            {
                AddAddress(names.ReadOctetString(IpTag));
            }
            else
            {
                names.ReadEncodedValue();
            }
        }
    }

    private void AddAddress(byte[] bytes)
    {
        if (bytes.Length is 4 or 16)
        {
            _addresses.Add(new IPAddress(bytes));
        }
    }
}
