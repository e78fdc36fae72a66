using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests;

public sealed class CertificateProfileTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly LabAuthority _authority;

    public CertificateProfileTests() => _authority = LabAuthority.Create(_clock);

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void A_loopback_server_has_its_three_names_and_one_purpose()
    {
        using var certificate = _authority.Issue(CertificateProfile.LoopbackServer());

        Assert.Equal("CN=localhost", certificate.Subject);
        var names = Only<X509SubjectAlternativeNameExtension>(certificate);
        Assert.Equal(["localhost"], names.EnumerateDnsNames());
        Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Loopback], names.EnumerateIPAddresses());
        Assert.Equal(["1.3.6.1.5.5.7.3.1"], PurposesOf(certificate));
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, Only<X509KeyUsageExtension>(certificate).KeyUsages);
        Assert.False(Only<X509BasicConstraintsExtension>(certificate).CertificateAuthority);
    }

    [Fact]
    public void Every_part_of_a_profile_reaches_the_certificate()
    {
        using var certificate = _authority.Issue(
            new CertificateProfile
            {
                Subject = "CN=any,O=Lab",
                DnsNames = ["a.example"],
                IpAddresses = [IPAddress.Parse("2001:db8::1")],
                Uris = [new Uri("urn:lab:app")],
                Emails = ["app@lab.example"],
                StartsIn = TimeSpan.FromHours(-2),
                EndsIn = TimeSpan.FromHours(-1),
                KeyUsages = X509KeyUsageFlags.KeyAgreement,
                ExtendedKeyUsages = ["1.3.6.1.5.5.7.3.3"],
                IsAuthority = true,
                PathLength = 3,
                KeyAlgorithm = KeyAlgorithm.EcP384,
            }
        );

        Assert.Equal("CN=any, O=Lab", certificate.Subject);
        Assert.Equal(new DateTime(2026, 5, 4, 1, 2, 1, DateTimeKind.Utc), certificate.NotBefore.ToUniversalTime());
        Assert.Equal(new DateTime(2026, 5, 4, 2, 2, 1, DateTimeKind.Utc), certificate.NotAfter.ToUniversalTime());
        Assert.Equal(X509KeyUsageFlags.KeyAgreement, Only<X509KeyUsageExtension>(certificate).KeyUsages);
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(["1.3.6.1.5.5.7.3.3"], PurposesOf(certificate));
        Assert.Equal(3, Only<X509BasicConstraintsExtension>(certificate).PathLengthConstraint);
        Assert.Equal(384, certificate.PublicKey.GetECDsaPublicKey()!.KeySize);
        var names = Only<X509SubjectAlternativeNameExtension>(certificate).RawData;
        Assert.All(
            new[] { "a.example", "urn:lab:app", "app@lab.example" },
            name => Assert.True(names.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name)) > 0)
        );
    }

    [Fact]
    public void What_a_profile_leaves_empty_is_absent()
    {
        using var certificate = _authority.Issue(
            new CertificateProfile { Subject = "CN=bare", KeyUsages = X509KeyUsageFlags.None }
        );

        Assert.Empty(certificate.Extensions.OfType<X509KeyUsageExtension>());
        Assert.Empty(certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>());
        Assert.Empty(certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>());
    }

    [Theory]
    [InlineData(KeyAlgorithm.EcP256)]
    [InlineData(KeyAlgorithm.EcP384)]
    [InlineData(KeyAlgorithm.EcP521)]
    [InlineData(KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.Rsa3072)]
    public void Every_kind_of_key_is_certified_and_usable(KeyAlgorithm algorithm)
    {
        using var certificate = _authority.Issue(CertificateProfile.Client("CN=app") with { KeyAlgorithm = algorithm });

        Assert.True(certificate.HasPrivateKey);
        using var rsa = certificate.GetRSAPrivateKey();
        using var ec = certificate.GetECDsaPrivateKey();
        var signature =
            rsa?.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ?? ec!.SignData([1], HashAlgorithmName.SHA256);
        Assert.NotEmpty(signature);
        Assert.True(LeadsTo(_authority.Certificate, certificate));
    }

    [Fact]
    public void A_server_without_a_host_is_refused() =>
        Assert.Equal(
            "A server needs at least one host.",
            Assert.Throws<ArgumentException>(() => CertificateProfile.Server()).Message
        );

    private static T Only<T>(X509Certificate2 certificate) => Assert.Single(certificate.Extensions.OfType<T>());

    private static IEnumerable<string?> PurposesOf(X509Certificate2 certificate) =>
        Only<X509EnhancedKeyUsageExtension>(certificate).EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value);

    private bool LeadsTo(X509Certificate2 anchor, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }
}
