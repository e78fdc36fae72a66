using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Certificates;

/// <summary>What a certificate may be used for, in words (RFC 5280 §4.2.1.3, §4.2.1.9 and §4.2.1.12).</summary>
internal static class CertificateUsage
{
    private static readonly (X509KeyUsageFlags Flag, string Words)[] KeyUsageWords =
    [
        (X509KeyUsageFlags.DigitalSignature, "digital signature"),
        (X509KeyUsageFlags.NonRepudiation, "non-repudiation"),
        (X509KeyUsageFlags.KeyEncipherment, "key encipherment"),
        (X509KeyUsageFlags.DataEncipherment, "data encipherment"),
        (X509KeyUsageFlags.KeyAgreement, "key agreement"),
        (X509KeyUsageFlags.KeyCertSign, "signing certificates"),
        (X509KeyUsageFlags.CrlSign, "signing revocation lists"),
        (X509KeyUsageFlags.EncipherOnly, "encipher only"),
        (X509KeyUsageFlags.DecipherOnly, "decipher only"),
    ];

    public static string KeyUsage(X509Certificate2 certificate) =>
        Find<X509KeyUsageExtension>(certificate) is { } usage
            ? string.Join(", ", KeyUsageWords.Where(w => usage.KeyUsages.HasFlag(w.Flag)).Select(w => w.Words))
            : "not limited";

    public static string ExtendedKeyUsage(X509Certificate2 certificate) =>
        Find<X509EnhancedKeyUsageExtension>(certificate) is { } usage
            ? string.Join(
                ", ",
                usage.EnhancedKeyUsages.Cast<Oid>().Select(oid => ObjectIdentifierWords.ExtendedKeyUsage(oid.Value))
            )
            : "not limited";

    public static string BasicConstraints(X509Certificate2 certificate) =>
        Find<X509BasicConstraintsExtension>(certificate) switch
        {
            null => "none, so no certificate authority",
            { CertificateAuthority: false } => "no certificate authority",
            { HasPathLengthConstraint: true, PathLengthConstraint: var length } =>
                $"certificate authority, at most {Numbers.Show(length)} authorities below it",
            _ => "certificate authority",
        };

    private static T? Find<T>(X509Certificate2 certificate)
        where T : X509Extension => certificate.Extensions.OfType<T>().FirstOrDefault();
}
