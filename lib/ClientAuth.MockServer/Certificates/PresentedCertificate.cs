using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>A certificate that a request came with, not yet believed (RFC 8705 §2).</summary>
/// <param name="Leaf">The client's own.</param>
/// <param name="Intermediates">What was sent above it.</param>
internal sealed record PresentedCertificate(X509Certificate2 Leaf, X509Certificate2Collection Intermediates)
{
    /// <summary>The first check wherever a certificate is needed: that there is one. The same certificate, or null.</summary>
    public static PresentedCertificate? Take(PresentedCertificate? certificate, CheckTrace trace)
    {
        trace.Check(
            Rules.CertificatePresented,
            certificate is not null,
            "a client certificate",
            certificate is null ? "none" : Quote.Text(certificate.Leaf.Subject)
        );
        return certificate;
    }
}
