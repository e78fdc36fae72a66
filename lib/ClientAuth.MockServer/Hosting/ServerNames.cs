using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Hosting;

/// <summary>
/// The names that a server can be reached by: those of its certificate. It publishes one of them; a client may have come by another, for
/// example from an emulator, which calls this machine 10.0.2.2.
/// </summary>
/// <param name="certificate">The server's.</param>
/// <param name="published">The name in its metadata.</param>
internal sealed class ServerNames(X509Certificate2 certificate, string published)
{
    private const string AlternativeNames = "2.5.29.17";

    // Read once: each look into a certificate reads all of it again, and each request asks for a name.
    private readonly HashSet<string> _dnsNames = new(DnsNames(certificate), StringComparer.OrdinalIgnoreCase);

    /// <summary>Scheme, host and port of a listener as the server publishes them.</summary>
    public string Origin(int port) => LoopbackSockets.Origin(port, Bare(published));

    /// <summary>The same by each of the other names; not by one with a wildcard.</summary>
    public IEnumerable<string> OtherOrigins(int port) =>
        certificate.Extensions[AlternativeNames] is X509SubjectAlternativeNameExtension names
            ? names
                .EnumerateDnsNames()
                .Where(name => !name.Contains('*'))
                .Concat(names.EnumerateIPAddresses().Select(address => address.ToString()))
                .Select(name => LoopbackSockets.Origin(port, name))
                .Where(origin => origin != Origin(port))
            : [];

    /// <summary>
    /// Scheme, host and port that a request was sent to (RFC 9110 §7.1), where that is this server: a name of the certificate, and the port
    /// that took the request. Otherwise the published one: what the header Host claims proves nothing, and another port is another server.
    /// </summary>
    public string OriginOf(HttpContext context)
    {
        const int DefaultPort = 443;
        var (host, port) = (context.Request.Host, context.Connection.LocalPort);
        return (host.Port ?? DefaultPort) == port && Has(host.Host)
            ? LoopbackSockets.Origin(port, Bare(host.Host))
            : Origin(port);
    }

    /// <summary>Whether it is a name of the certificate. One that leads here only because somebody's DNS says so is none.</summary>
    public bool Has(string host) =>
        _dnsNames.Contains(host)
        || (
            Bare(host) is { Length: > 0 } name
            && Uri.CheckHostName(name) is not UriHostNameType.Unknown
            && certificate.MatchesHostname(name, allowWildcards: false, allowCommonName: false)
        );

    private static IEnumerable<string> DnsNames(X509Certificate2 certificate) =>
        certificate.Extensions[AlternativeNames] is X509SubjectAlternativeNameExtension names
            ? names.EnumerateDnsNames().Where(name => Uri.CheckHostName(name) is UriHostNameType.Dns)
            : [];

    // An IPv6 address is in brackets in a URI and in no certificate.
    private static string Bare(string host) => host.Trim('[', ']');
}
