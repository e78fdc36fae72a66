using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>A forgery: subject, issuer and serial number of a certificate, with a key and a signature of the forger's.</summary>
internal static class Twin
{
    public static X509Certificate2 Of(X509Certificate2 genuine, ECDsa key)
    {
        var request = new CertificateRequest(genuine.SubjectName, key, HashAlgorithmName.SHA256);
        foreach (var extension in genuine.Extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        using var forged = request.Create(
            genuine.IssuerName,
            X509SignatureGenerator.CreateForECDsa(key),
            genuine.NotBefore,
            genuine.NotAfter,
            genuine.SerialNumberBytes.Span
        );
        using var withKey = forged.CopyWithPrivateKey(key);
        // Through PKCS#12, since Windows cannot use an ephemeral key for TLS.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
