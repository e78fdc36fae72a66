using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Reading;

/// <summary>
/// Where a request's certificate comes from: the connection, or a header field of a proxy that is trusted to have seen it (RFC 9440).
/// A proxy is known by the certificate with which it connects, byte for byte, and that never counts as a client's. From anybody
/// else such a field proves nothing: it is ignored, and the trace says so.
/// </summary>
/// <param name="trustedProxies">Whose word counts.</param>
/// <param name="believesAnybody">Without <see cref="Defence.ClientCertOfProxies"/>: then anybody's does.</param>
internal sealed class CertificateSource(X509Certificate2Collection trustedProxies, bool believesAnybody)
{
    // What proxies of the field call it, none of them ever looked into.
    private static readonly string[] HeaderNames =
    [
        ForwardedCertificate.HeaderName,
        ForwardedCertificate.ChainHeaderName,
        "X-SSL-CERT",
        "X-SSL-Client-Cert",
        "SSL-Client-Cert",
        "X-Client-Cert",
        "X-ARR-ClientCert",
        "X-Forwarded-Client-Cert",
        "X-Amzn-Mtls-Clientcert",
    ];

    /// <summary>The request with its certificate; null where the proxy's word cannot be read.</summary>
    public IncomingRequest? Find(IncomingRequest incoming, CheckTrace trace)
    {
        var proxy = trustedProxies.FirstOrDefault(known => SameCertificate.Is(known, incoming.Tls.ClientCertificate));
        return proxy is not null ? FromProxy(incoming, proxy, trace)
            : believesAnybody && ForwardedCertificate.Read(incoming.Http).Certificate is { } claimed
                ? FromAnybody(incoming, claimed, trace)
            : FromConnection(incoming, trace);
    }

    private static IncomingRequest FromAnybody(IncomingRequest incoming, PresentedCertificate claimed, CheckTrace trace)
    {
        trace.LookAway(Rules.CertificateSource, Defence.ClientCertOfProxies, Quote.Text(claimed.Leaf.Subject));
        return incoming with { ClientCertificate = claimed.Leaf, Intermediates = claimed.Intermediates };
    }

    private static IncomingRequest? FromConnection(IncomingRequest incoming, CheckTrace trace)
    {
        var ignored = HeaderNames.Where(name => incoming.Http.Header(name) is not null).ToList();
        return
            ignored is []
            || trace.Check(
                Rules.CertificateSource,
                true,
                "the connection, or Client-Cert from a trusted proxy",
                $"the connection; {string.Join(", ", ignored)} ignored, since the peer is no trusted proxy"
            )
            ? incoming
            : null;
    }

    private static IncomingRequest? FromProxy(IncomingRequest incoming, X509Certificate2 proxy, CheckTrace trace)
    {
        var (forwarded, problem) = ForwardedCertificate.Read(incoming.Http);
        return trace.Check(
            Rules.CertificateSource,
            problem is null,
            "from a trusted proxy, one readable Client-Cert or none",
            $"the proxy {Quote.Text(proxy.Subject)}, "
                + (problem ?? (forwarded is null ? "which forwards none" : $"for {Quote.Text(forwarded.Leaf.Subject)}"))
        )
            ? incoming with
            {
                ClientCertificate = forwarded?.Leaf,
                Intermediates = forwarded?.Intermediates ?? [],
            }
            : null;
    }
}
