using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Reads one certificate from bytes that anybody may have sent.</summary>
internal static class DerCertificate
{
    public static bool TryLoad(byte[] der, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        try
        {
            var loaded = X509CertificateLoader.LoadCertificate(der);
            // The loader also reads PEM, and past the end of the certificate.
            certificate = loaded.RawData.AsSpan().SequenceEqual(der) ? loaded : null;
        }
        catch (CryptographicException)
        {
            return false;
        }

        return certificate is not null;
    }
}
