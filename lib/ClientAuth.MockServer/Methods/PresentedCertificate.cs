using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Methods;

/// <summary>The first check of both certificate methods: that there is a certificate (RFC 8705 §2).</summary>
internal static class PresentedCertificate
{
    public static PresentedCredential.Certificate? Take(PresentedCredential credential, CheckTrace trace)
    {
        var certificate = credential as PresentedCredential.Certificate;
        trace.Check(
            Rules.CertificatePresented,
            certificate is not null,
            "a client certificate",
            certificate is null ? "none" : Quote.Text(certificate.Leaf.Subject)
        );
        return certificate;
    }
}
