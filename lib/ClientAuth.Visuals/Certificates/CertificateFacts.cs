using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Certificates;

/// <summary>Everything a certificate card shows, read from the public part only.</summary>
internal static class CertificateFacts
{
    private const string Unreadable = "the extension cannot be read";

    public static IReadOnlyList<(string Name, string Value)> Read(X509Certificate2 certificate)
    {
        var key = PublicKeyFacts.Read(certificate);
        return
        [
            ("Subject", certificate.Subject is "" ? "empty" : certificate.Subject),
            ("Issuer", certificate.Issuer),
            ("Self-signed", Readable(() => SelfSignature.Describe(certificate))),
            ("Serial number", certificate.SerialNumber),
            ("Valid", Validity(certificate)),
            ("Public key", key.Algorithm),
            ("Key usage", Readable(() => CertificateUsage.KeyUsage(certificate))),
            ("Extended key usage", Readable(() => CertificateUsage.ExtendedKeyUsage(certificate))),
            ("Basic constraints", Readable(() => CertificateUsage.BasicConstraints(certificate))),
            .. AlternativeNames(certificate),
            ("Thumbprint, x5t#S256", Base64Url.EncodeToString(SHA256.HashData(certificate.RawData))),
            ("Public key pin, SHA-256", key.Pin),
        ];
    }

    private static string Validity(X509Certificate2 certificate)
    {
        DateTimeOffset from = certificate.NotBefore;
        DateTimeOffset to = certificate.NotAfter;
        return $"{Numbers.Utc(from)} to {Numbers.Utc(to)} ({Numbers.Long(to - from)})";
    }

    private static IEnumerable<(string Name, string Value)> AlternativeNames(X509Certificate2 certificate)
    {
        try
        {
            var names = SubjectAlternativeNames.Read(certificate);
            return names.Count == 0
                ? [("Alternative names", "none")]
                : names.Select(name => ($"Alternative name, {name.Kind}", name.Value));
        }
        catch (AsnContentException)
        {
            return [("Alternative names", Unreadable)];
        }
    }

    private static string Readable(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return Unreadable;
        }
    }
}
