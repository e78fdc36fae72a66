using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class CertificateCardViewTests
{
    [Fact]
    public void Each_alternative_name_stands_with_its_kind()
    {
        using var certificate = SampleCertificate.Fixed();

        var card = Facts(certificate);

        Assert.Equal("mobile-app.lab.example", card["Alternative name, DNS"]);
        Assert.Equal("app@lab.example", card["Alternative name, e-mail"]);
        Assert.Equal("urn:lab:app:1", card["Alternative name, URI"]);
        Assert.Equal("::1", card["Alternative name, IP address"]);
    }

    [Fact]
    public void The_pin_is_the_hash_of_the_public_key_and_the_thumbprint_that_of_the_certificate()
    {
        using var certificate = SampleCertificate.Fixed();

        var card = Facts(certificate);

        // Taken with openssl: x509 -pubkey, pkey -outform DER, dgst -sha256; and x509 -outform DER, dgst -sha256.
        Assert.Equal("UjxbRIMRWh28JjMj8hFN5M/OklUlM1K77zQG7m8PHbs=", card["Public key pin, SHA-256"]);
        Assert.Equal("zHRfrN3dK3gU73sBHWL6_QKo7IPbD0m2IVe8CKiU3i0", card["Thumbprint, x5t#S256"]);
    }

    [Fact]
    public void A_certificate_that_its_own_key_verifies_is_self_signed()
    {
        using var certificate = SampleCertificate.SelfSigned("CN=app");

        Assert.Equal("yes, its own key verifies its signature", Facts(certificate)["Self-signed"]);
    }

    [Fact]
    public void The_same_name_twice_does_not_make_it_self_signed()
    {
        using var certificate = SampleCertificate.Issued("CN=app", issuer: "CN=app");

        Assert.Equal("no, although issuer and subject have the same name", Facts(certificate)["Self-signed"]);
    }

    [Fact]
    public void An_issued_certificate_names_its_issuer_and_key_size()
    {
        using var certificate = SampleCertificate.Issued("CN=app", issuer: "CN=Lab CA");

        var card = Facts(certificate);

        Assert.Equal("CN=Lab CA", card["Issuer"]);
        Assert.Equal("no, issued by another", card["Self-signed"]);
        Assert.Equal("RSA, 2048 bits", card["Public key"]);
        Assert.Equal("010203", card["Serial number"]);
        Assert.Equal("2026-01-01T00:00:00Z to 2026-01-31T00:00:00Z (30 days)", card["Valid"]);
    }

    [Fact]
    public void Usages_are_given_in_words()
    {
        using var certificate = SampleCertificate.SelfSigned(
            "CN=ca",
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true),
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2"), new Oid("1.2.3.4")], critical: false),
            new X509BasicConstraintsExtension(true, true, 0, critical: true)
        );

        var card = Facts(certificate);

        Assert.Equal("signing certificates, signing revocation lists", card["Key usage"]);
        Assert.Equal("TLS client, 1.2.3.4", card["Extended key usage"]);
        Assert.Equal("certificate authority, at most 0 authorities below it", card["Basic constraints"]);
        Assert.Equal("EC, P-256", card["Public key"]);
    }

    [Fact]
    public void A_malformed_extension_is_named_unreadable()
    {
        using var certificate = SampleCertificate.SelfSigned("CN=a", new X509Extension("2.5.29.17", [1, 2], false));

        Assert.Equal("the extension cannot be read", Facts(certificate)["Alternative names"]);
    }

    [Fact]
    public void The_card_outlives_the_certificate()
    {
        var certificate = SampleCertificate.SelfSigned("CN=app");
        var card = new CertificateCardView(certificate);
        certificate.Dispose();

        Assert.Contains("CN=app", card.ToHtml());
    }

    private static Dictionary<string, string> Facts(X509Certificate2 certificate) =>
        new CertificateCardView(certificate)
            .ToString()
            .Split('\n')
            .Skip(1)
            .Select(line => line.Split("  ", 2, StringSplitOptions.TrimEntries))
            .GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => group.Last()[1]);
}
