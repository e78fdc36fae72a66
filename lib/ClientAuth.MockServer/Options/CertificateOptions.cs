using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Options;

/// <summary>Which client certificates are believed, and who may forward them.</summary>
public sealed record CertificateOptions
{
    private const int LongestPath = 20;

    /// <summary>Trust anchors for <c>tls_client_auth</c>; the machine's own store is never asked. An authority below a root may be one.</summary>
    public X509Certificate2Collection ClientAuthorities { get; init; } = [];

    /// <summary>Most certificates of a path, the client's own and the trust anchor included; five by default.</summary>
    public int MaximumCertificatePathLength { get; init; } = 5;

    /// <summary>
    /// Revocation lists in DER (RFC 5280 §5). Without any, nothing is asked about revocation. With one, every authority of a path
    /// needs a list of its own, signed and in force by the server's clock: a stale or missing list refuses. None is ever fetched.
    /// </summary>
    public IReadOnlyList<byte[]> RevocationLists { get; init; } = [];

    /// <summary>
    /// The certificates with which proxies connect to the listener that asks for one. Only from them <c>Client-Cert</c> is
    /// believed (RFC 9440), and only theirs never authenticates a client. None by default.
    /// </summary>
    public X509Certificate2Collection TrustedProxies { get; init; } = [];

    /// <summary>
    /// Whether another certificate of a registered key stands for a registered self-signed one; not by default: the certificate
    /// itself is what is registered (RFC 8705 §2.2.2).
    /// </summary>
    public bool AcceptReissuedSelfSignedCertificates { get; init; }

    // A certificate and an anchor: nobody is its own authority.
    internal void Check() => InvalidOptionException.ThrowUnlessWithin(MaximumCertificatePathLength, 2, LongestPath);
}
