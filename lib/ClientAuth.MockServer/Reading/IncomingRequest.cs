using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Reading;

/// <summary>One request with the connection it came over; everything that an endpoint may look at.</summary>
/// <param name="Http">The request as it was read.</param>
/// <param name="Tls">The connection, with the peer's certificate where it presented one.</param>
/// <param name="Intermediates">The certificates that the client sent above its own; untrusted until a path is found.</param>
internal sealed record IncomingRequest(RecordedRequest Http, RecordedTls Tls, X509Certificate2Collection Intermediates)
{
    /// <summary>The client's certificate: the peer's, unless the peer is a proxy that forwards another's (<see cref="CertificateSource"/>).</summary>
    public X509Certificate2? ClientCertificate { get; init; } = Tls.ClientCertificate;

    /// <summary>Scheme, host and port of the listener that took it, as the server publishes them; not what the header Host claims.</summary>
    public required string Origin { get; init; }

    public string Path => Http.Target.Split('?', 2)[0];

    /// <summary>Every value of a header field, in the order of arrival; names are compared without case (RFC 9110 §5.1).</summary>
    public IReadOnlyList<string> Values(string header) => [.. Http.HeaderValues(header)];

    /// <summary>The query without its question mark, or an empty string.</summary>
    public string Query => Http.Target.Split('?', 2) is [_, var query] ? query : "";
}
