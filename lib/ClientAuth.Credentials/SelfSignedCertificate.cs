using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>Makes certificates signed with their own key. They carry a key, and prove no name (RFC 8705 §2.2).</summary>
public static class SelfSignedCertificate
{
    /// <summary>A certificate with its private key. The caller disposes of it.</summary>
    public static X509Certificate2 Create(CertificateProfile profile, TimeProvider clock)
    {
        using var draft = new CertificateDraft(profile, clock);
        return draft.SelfSign();
    }

    /// <summary>The same key and name in a certificate of its own, valid for a day from now. The caller disposes of it.</summary>
    /// <param name="certificate">A self-signed one with its private key.</param>
    /// <param name="clock">When it is made.</param>
    public static X509Certificate2 Reissue(X509Certificate2 certificate, TimeProvider clock)
    {
        using var key = IssuerSignature.KeyOf(certificate);
        var request = new CertificateRequest(certificate.SubjectName, certificate.PublicKey, HashAlgorithmName.SHA256);
        foreach (var extension in certificate.Extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        var now = clock.GetUtcNow();
        using var again = request.Create(
            certificate.SubjectName,
            IssuerSignature.Generator(key, HashAlgorithmName.SHA256),
            now.AddMinutes(-5),
            now.AddDays(1),
            CertificateDraft.NewSerial()
        );
        return CertificateDraft.WithKey(again, key);
    }
}
