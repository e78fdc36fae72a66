using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>The subject alternative names of a certificate, among them the four kinds that a client can be known by (RFC 5280 §4.2.1.6, RFC 8705 §2.1.2).</summary>
internal sealed class AlternativeNames
{
    public const string Identifier = "2.5.29.17";

    private AlternativeNames(IReadOnlyList<GeneralName> all) => All = all;

    public IReadOnlyList<GeneralName> All { get; }

    public IEnumerable<string> Dns => Texts(GeneralNameKind.Dns);

    public IEnumerable<string> Uris => Texts(GeneralNameKind.Uri);

    public IEnumerable<string> Emails => Texts(GeneralNameKind.Email);

    public IEnumerable<IPAddress> Addresses =>
        All.Where(name => name is { Kind: GeneralNameKind.IpAddress, Address.Length: 4 or 16 })
            .Select(name => new IPAddress(name.Address.Span));

    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static AlternativeNames Of(X509Certificate2 certificate) =>
        new([
            .. certificate
                .Extensions.Where(extension => extension.Oid?.Value == Identifier)
                .SelectMany(extension => Read(extension.RawData).All),
        ]);

    /// <summary>Reads an extension's value: at least one name, and each of the form of its kind.</summary>
    /// <exception cref="AsnContentException">It holds something else.</exception>
    public static AlternativeNames Read(ReadOnlyMemory<byte> extension)
    {
        var names = new List<GeneralName>();
        var whole = new AsnReader(extension, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        while (sequence.HasData)
        {
            names.Add(GeneralName.Read(sequence));
        }

        return names is [] ? throw new MalformedEncodingException("an empty list")
            : names.Find(name => !GeneralNameForm.IsName(name)) is { } malformed
                ? throw new MalformedEncodingException($"{malformed.Describe()}, which is malformed")
            : new AlternativeNames(names);
    }

    private IEnumerable<string> Texts(GeneralNameKind kind) =>
        All.Where(name => name.Kind == kind).Select(name => name.Text);
}
