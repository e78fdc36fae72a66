using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>A certificate that its own key signs: it carries a key, and vouches for no name (RFC 8705 §2.2).</summary>
public static class SelfSignedCertificate
{
    /// <summary>A certificate with its private key. The caller disposes of it.</summary>
    public static X509Certificate2 Create(CertificateProfile profile, TimeProvider clock)
    {
        using var draft = new CertificateDraft(profile, clock);
        return draft.SelfSign();
    }
}
