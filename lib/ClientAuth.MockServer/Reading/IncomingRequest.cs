using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Reading;

/// <summary>One request with the connection it came over; everything that an endpoint may look at.</summary>
/// <param name="Http">The request as it was read.</param>
/// <param name="Tls">The connection, with the peer's certificate where it presented one.</param>
/// <param name="Intermediates">The certificates that the client sent above its own; untrusted until a path is found.</param>
internal sealed record IncomingRequest(RecordedRequest Http, RecordedTls Tls, X509Certificate2Collection Intermediates)
{
    /// <summary>The header field of a secret (RFC 6749 §2.3.1) or an access token (RFC 6750 §2.1).</summary>
    public const string Authorization = "Authorization";

    /// <summary>The client's certificate: the peer's, unless the peer is a proxy that forwards another's (<see cref="CertificateSource"/>).</summary>
    public X509Certificate2? ClientCertificate { get; init; } = Tls.ClientCertificate;

    /// <summary>The same with what was sent above it; null where there is none.</summary>
    public PresentedCertificate? Presented =>
        ClientCertificate is { } leaf ? new PresentedCertificate(leaf, Intermediates) : null;

    /// <summary>
    /// Scheme, host and port that it was sent to: by a name of the server's certificate and on the port that took it; where the header Host
    /// claims anything else, as the server publishes them.
    /// </summary>
    public required string Origin { get; init; }

    public string Path => RequestTarget.Split(Http.Target).Path;

    /// <summary>The query without its question mark, or an empty string.</summary>
    public string Query => RequestTarget.Split(Http.Target).Query;
}
