using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether a certificate names the client by the one value it is registered with (RFC 8705 §2.1.2).</summary>
internal static class SubjectChecks
{
    public static bool Check(ClientMetadata client, X509Certificate2 certificate, CheckTrace trace) =>
        client.TlsClientAuthSubjectDn is { Length: > 0 } name
            ? CheckName(name, certificate, trace)
            : CheckAlternativeName(client, certificate, trace);

    private static bool CheckName(string registered, X509Certificate2 certificate, CheckTrace trace)
    {
        var matches =
            DistinguishedName.TryParse(registered, out var expected)
            && TryRead(() => DistinguishedName.Read(certificate.SubjectName)) is { } seen
            && expected.Matches(seen);
        return trace.Check(
            Rules.CertificateSubject,
            matches,
            $"subject {Quote.Text(registered)}",
            Quote.Text(certificate.Subject)
        );
    }

    private static bool CheckAlternativeName(ClientMetadata client, X509Certificate2 certificate, CheckTrace trace)
    {
        var names = TryRead(() => AlternativeNames.Of(certificate));
        return client switch
        {
            { TlsClientAuthSanDns: { Length: > 0 } dns } => Check(
                "DNS",
                dns,
                names?.Dns,
                seen => string.Equals(seen, dns, StringComparison.OrdinalIgnoreCase)
            ),
            { TlsClientAuthSanUri: { Length: > 0 } uri } => Check("URI", uri, names?.Uris, seen => seen == uri),
            { TlsClientAuthSanIp: { Length: > 0 } ip } => Check(
                "IP",
                ip,
                names?.Addresses.Select(address => address.ToString()),
                // Compared by value: an IPv6 address has many spellings.
                seen => IPAddress.Parse(seen).Equals(IPAddress.Parse(ip))
            ),
            _ => Check(
                "email",
                client.TlsClientAuthSanEmail ?? "",
                names?.Emails,
                seen => seen == client.TlsClientAuthSanEmail
            ),
        };

        bool Check(string kind, string expected, IEnumerable<string>? seen, Func<string, bool> matches)
        {
            var values = seen?.ToList() ?? [];
            return trace.Check(
                Rules.CertificateSan,
                values.Any(matches),
                $"{kind} name {Quote.Text(expected)}",
                values is [] ? $"no {kind} name" : Quote.Text(string.Join(", ", values))
            );
        }
    }

    // A name that cannot be read matches nothing.
    private static T? TryRead<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
