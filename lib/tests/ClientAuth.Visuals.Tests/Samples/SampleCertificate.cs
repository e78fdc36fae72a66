using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Certificates: one with fixed bytes for approved files, others made as a test needs them.</summary>
internal static class SampleCertificate
{
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Public part only; its key was thrown away.</summary>
    public static X509Certificate2 Fixed() =>
        X509Certificate2.CreateFromPem(
            """
            -----BEGIN CERTIFICATE-----
            MIICNzCCAdygAwIBAgIEHy49TDAKBggqhkjOPQQDAjA5MSIwIAYDVQQKDBlDbGll
            bnQgQXV0aGVudGljYXRpb24gTGFiMRMwEQYDVQQDDAptb2JpbGUtYXBwMB4XDTI2
            MTEyMzAyMTEzOFoXDTI3MDIyMTAyMTEzOFowOTEiMCAGA1UECgwZQ2xpZW50IEF1
            dGhlbnRpY2F0aW9uIExhYjETMBEGA1UEAwwKbW9iaWxlLWFwcDBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABJek0Z+Rn6S6YrUjyymUyi4A02CJ8KDFWRbui2uDr6CG
            GjmsH5Sjh7RZBBEhvzZy0FN1PDv3yqrdP+TIpm223PijgdEwgc4wHQYDVR0OBBYE
            FNz0Glr1RYYxikn0ZVtlov5zm3uIMB8GA1UdIwQYMBaAFNz0Glr1RYYxikn0ZVtl
            ov5zm3uIMFkGA1UdEQRSMFCCFm1vYmlsZS1hcHAubGFiLmV4YW1wbGWBD2FwcEBs
            YWIuZXhhbXBsZYYNdXJuOmxhYjphcHA6MYcEfwAAAYcQAAAAAAAAAAAAAAAAAAAA
            ATAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwIwDAYDVR0TAQH/
            BAIwADAKBggqhkjOPQQDAgNJADBGAiEAoG95RCG2fWcwyrdhxK8hQW4NIYrKZAzg
            kxXZtnBCLWkCIQDx6gJ1EBX3wLDlKiB43ynXR9OeiTqtJxDyRAUUgGmOLg==
            -----END CERTIFICATE-----
            """
        );

    public static X509Certificate2 SelfSigned(string subject, params IEnumerable<X509Extension> extensions)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(subject, key, extensions).CreateSelfSigned(From, From.AddDays(30));
    }

    /// <summary>Issued by another key under the given issuer name.</summary>
    public static X509Certificate2 Issued(string subject, string issuer)
    {
        using var authorityKey = RSA.Create(2048);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.Create(
            new X500DistinguishedName(issuer),
            X509SignatureGenerator.CreateForRSA(authorityKey, RSASignaturePadding.Pkcs1),
            From,
            From.AddDays(30),
            [1, 2, 3]
        );
    }

    /// <summary>A certificate for the public key of the fixed one, so that two of them differ in nothing that is shown.</summary>
    public static X509Certificate2 IssuedTo(
        string subject,
        string issuer,
        params IReadOnlyList<X509Extension> extensions
    )
    {
        using var keyHolder = Fixed();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            new X500DistinguishedName(subject),
            keyHolder.PublicKey,
            HashAlgorithmName.SHA256
        );
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request.Create(
            new X500DistinguishedName(issuer),
            X509SignatureGenerator.CreateForECDsa(authorityKey),
            From,
            From.AddDays(30),
            [1, 2, 3]
        );
    }

    private static CertificateRequest Request(string subject, ECDsa key, IEnumerable<X509Extension> extensions)
    {
        var request = new CertificateRequest(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request;
    }
}
