using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests;

public sealed class LabAuthorityTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly LabAuthority _root;

    public LabAuthorityTests() => _root = LabAuthority.Create(_clock);

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_an_authority_owns_goes_with_it_and_what_it_does_not_own_stays(bool ownsIssued)
    {
        var authority = LabAuthority.Create(_clock, CertificateProfile.Authority("owner"), ownsIssued);
        using var issued = authority.Issue(CertificateProfile.Client("CN=app"));

        authority.Dispose();

        // A certificate that was disposed of has no handle any more.
        Assert.Equal(ownsIssued, issued.Handle == IntPtr.Zero);
    }

    [Fact]
    public void An_authority_keeps_its_key_in_memory_and_makes_no_keychain_file_for_it()
    {
        using var intermediate = _root.IssueIntermediate("below");

        // A certificate with a key costs a file: in the profile on Windows, a keychain on macOS.
        foreach (var authority in new[] { _root, intermediate })
        {
            Assert.All(
                typeof(LabAuthority)
                    .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
                    .Select(field => field.GetValue(authority))
                    .OfType<X509Certificate2>(),
                certificate => Assert.False(certificate.HasPrivateKey)
            );
        }
    }

    [Fact]
    public void Its_certificate_is_public_and_may_sign_certificates()
    {
        Assert.Equal("CN=Client Authentication Lab Root, O=Client Authentication Lab", _root.Certificate.Subject);
        Assert.False(_root.Certificate.HasPrivateKey);
        Assert.Empty(_root.Intermediates);
        var usage = Assert.Single(_root.Certificate.Extensions.OfType<X509KeyUsageExtension>());
        Assert.Equal(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, usage.KeyUsages);
    }

    [Fact]
    public void Issuer_and_subject_are_tied_by_their_key_identifiers()
    {
        using var certificate = _root.Issue(CertificateProfile.Client("CN=app"));

        var authority = Assert.Single(certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>());
        var subject = Assert.Single(_root.Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>());
        Assert.Equal(subject.SubjectKeyIdentifierBytes.ToArray(), authority.KeyIdentifier!.Value.ToArray());
        Assert.Equal(_root.Certificate.SubjectName.RawData, certificate.IssuerName.RawData);
    }

    [Fact]
    public void A_key_that_stays_elsewhere_is_certified_as_the_profile_says()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = _root.Certify(new PublicKey(key), CertificateProfile.Client("CN=device"));

        Assert.False(certificate.HasPrivateKey);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(("CN=device", _root.Certificate.Subject), (certificate.Subject, certificate.Issuer));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_root.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        Assert.True(chain.Build(certificate));
    }

    [Fact]
    public void Serial_numbers_are_long_positive_and_different()
    {
        var serials = Enumerable
            .Range(0, 20)
            .Select(_ =>
            {
                using var certificate = _root.Issue(CertificateProfile.Client("CN=app"));
                return certificate.SerialNumberBytes.ToArray();
            })
            .ToArray();

        Assert.All(serials, serial => Assert.Equal((16, true), (serial.Length, serial[0] is >= 0x40 and <= 0x7F)));
        Assert.Distinct(serials.Select(Convert.ToHexString));
    }

    [Fact]
    public void Two_authorities_of_one_name_have_different_keys()
    {
        using var other = LabAuthority.Create(_clock);

        Assert.Equal(_root.Certificate.Subject, other.Certificate.Subject);
        Assert.NotEqual(PublicKeyHash.Of(_root.Certificate), PublicKeyHash.Of(other.Certificate));
    }

    [Fact]
    public void A_certificate_of_an_intermediate_needs_it_to_reach_the_root()
    {
        using var intermediate = _root.IssueIntermediate("Lab, \"Inner\"");
        using var certificate = intermediate.Issue(CertificateProfile.Client("CN=app"));

        Assert.Equal([intermediate.Certificate], intermediate.Intermediates);
        Assert.False(Builds(certificate, []));
        Assert.True(Builds(certificate, intermediate.Intermediates));
    }

    [Fact]
    public void A_self_signed_certificate_names_itself_as_issuer()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock);

        Assert.Equal(certificate.SubjectName.RawData, certificate.IssuerName.RawData);
        Assert.True(certificate.HasPrivateKey);
        Assert.False(Builds(certificate, []));
    }

    [Fact]
    public void A_public_key_hash_survives_renewal_with_the_same_key_only()
    {
        using var certificate = _root.Issue(CertificateProfile.Client("CN=app"));
        using var other = _root.Issue(CertificateProfile.Client("CN=app"));
        using var renewed = new CertificateRequest(
            "CN=renewed",
            certificate.GetECDsaPrivateKey()!,
            System.Security.Cryptography.HashAlgorithmName.SHA256
        ).CreateSelfSigned(_clock.GetUtcNow(), _clock.GetUtcNow().AddDays(1));

        Assert.Equal(PublicKeyHash.Of(certificate), PublicKeyHash.Of(renewed));
        Assert.NotEqual(PublicKeyHash.Of(certificate), PublicKeyHash.Of(other));
        Assert.Equal(44, PublicKeyHash.Of(certificate).Length);
    }

    private bool Builds(X509Certificate2 certificate, IEnumerable<X509Certificate2> extra)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_root.Certificate);
        chain.ChainPolicy.ExtraStore.AddRange(extra.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }
}
