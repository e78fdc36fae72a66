using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Reading;

/// <summary>One request with the connection it came over; everything that an endpoint may look at.</summary>
/// <param name="Http">The request as it was read.</param>
/// <param name="Tls">The connection, with the client's certificate where it presented one.</param>
/// <param name="Intermediates">The certificates that the client sent above its own; untrusted until a chain is built.</param>
internal sealed record IncomingRequest(RecordedRequest Http, RecordedTls Tls, X509Certificate2Collection Intermediates)
{
    public string Path => Http.Target.Split('?', 2)[0];

    /// <summary>The query without its question mark, or an empty string.</summary>
    public string Query => Http.Target.Split('?', 2) is [_, var query] ? query : "";
}
