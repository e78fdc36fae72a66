using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Certificates from a client's or a device key's own up to a trust anchor, each signed by the next (RFC 5280 §6.1).</summary>
internal sealed class CertificatePath(IReadOnlyList<X509Certificate2> certificates)
{
    /// <summary>The one that is proven first, the anchor last.</summary>
    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    public X509Certificate2 Leaf => certificates[0];

    /// <summary>All but the first, the nearest first.</summary>
    public IEnumerable<X509Certificate2> Authorities => certificates.Skip(1);

    /// <summary>Every certificate but the anchor, with the one that issued it.</summary>
    public IEnumerable<(X509Certificate2 Certificate, X509Certificate2 Issuer)> Issued => certificates.Zip(Authorities);

    /// <summary>Whether it goes by its issuer's name, as an authority's does that changes its key (RFC 5280 §6.1).</summary>
    public static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
