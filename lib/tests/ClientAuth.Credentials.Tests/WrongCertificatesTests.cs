using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests;

/// <summary>What an authority issues so that a server can be seen to refuse it, and how it takes something back.</summary>
public sealed class WrongCertificatesTests : IDisposable
{
    private readonly FakeTimeProvider _clock = TestClock.Create();
    private readonly LabAuthority _root;

    public WrongCertificatesTests() => _root = LabAuthority.Create(_clock);

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_revocation_list_names_what_is_revoked_and_counts_up()
    {
        using var certificate = _root.Issue(CertificateProfile.Client("CN=app"));
        _root.Revoke(certificate);
        _root.Revoke(certificate);

        _root.RevocationList();
        var builder = CertificateRevocationListBuilder.Load(_root.RevocationList(), out BigInteger number);

        Assert.Equal(2, number);
        Assert.True(builder.RemoveEntry(certificate.SerialNumberBytes.Span));
        Assert.False(builder.RemoveEntry(certificate.SerialNumberBytes.Span));
    }

    [Fact]
    public void An_authority_signs_a_list_that_somebody_else_has_written()
    {
        using var listed = _root.Issue(CertificateProfile.Client("CN=listed"));
        using var revoked = _root.Issue(CertificateProfile.Client("CN=revoked"));
        _root.Revoke(revoked);
        var entries = new CertificateRevocationListBuilder();
        entries.AddEntry(listed, _clock.GetUtcNow());

        _root.RevocationList();
        var list = _root.SignList(entries, TimeSpan.FromHours(1));

        var read = CertificateRevocationListBuilder.Load(list, out BigInteger number);
        Assert.Equal(2, number);
        Assert.True(read.RemoveEntry(listed.SerialNumberBytes.Span));
        Assert.False(read.RemoveEntry(revoked.SerialNumberBytes.Span));
    }

    [Fact]
    public void An_authority_revokes_only_what_it_has_issued()
    {
        using var other = LabAuthority.Create(_clock, "Another Root");
        using var certificate = other.Issue(CertificateProfile.Client("CN=app"));

        var mistake = Assert.Throws<ArgumentException>(() => _root.Revoke(certificate));

        Assert.Contains("did not issue 'CN=app'", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SHA1", KeyAlgorithm.EcP256, "1.2.840.10045.4.1")]
    [InlineData("SHA1", KeyAlgorithm.Rsa2048, "1.2.840.113549.1.1.5")]
    [InlineData("MD5", KeyAlgorithm.Rsa2048, "1.2.840.113549.1.1.4")]
    public void A_broken_hash_can_be_signed_on_request(string hash, KeyAlgorithm issuer, string oid)
    {
        using var authority = LabAuthority.Create(
            _clock,
            CertificateProfile.Authority("Old Root") with
            {
                KeyAlgorithm = issuer,
            }
        );
        using var certificate = authority.Issue(
            CertificateProfile.Client("CN=app") with
            {
                SignatureHash = new HashAlgorithmName(hash),
            }
        );

        Assert.Equal(oid, certificate.SignatureAlgorithm.Value);
    }

    [Fact]
    public void Name_constraints_are_written_as_the_specification_has_them()
    {
        var constraints = new NameConstraints
        {
            Permitted = [GeneralSubtree.Dns("ok.example"), GeneralSubtree.IpAddress(IPNetwork.Parse("192.0.2.0/25"))],
            Excluded = [GeneralSubtree.Email(".no.example")],
        };
        using var authority = _root.IssueIntermediate(
            CertificateProfile.Authority("Constrained") with
            {
                NameConstraints = constraints,
            }
        );

        var extension = Assert.Single(authority.Certificate.Extensions, one => one.Oid?.Value == "2.5.29.30");
        Assert.True(extension.Critical);
        Assert.Equal(
            "302DA01A300C820A6F6B2E6578616D706C65300A8708C0000200FFFFFF80A10F" + "300D810B2E6E6F2E6578616D706C65",
            Convert.ToHexString(extension.RawData)
        );
    }

    [Fact]
    public void A_reissued_certificate_has_the_same_key_and_is_another()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock);
        using var again = SelfSignedCertificate.Reissue(certificate, _clock);

        Assert.Equal(PublicKeyHash.Of(certificate), PublicKeyHash.Of(again));
        Assert.NotEqual(certificate.RawData, again.RawData);
        Assert.Equal(certificate.Subject, again.Subject);
        Assert.True(again.HasPrivateKey);
    }

    [Fact]
    public void A_cross_certificate_is_the_other_authority_by_another_issuer()
    {
        using var other = LabAuthority.Create(_clock, "Another Root");
        using var cross = _root.CrossCertify(other);

        Assert.Equal(_root.Certificate.SubjectName.RawData, cross.IssuerName.RawData);
        Assert.Equal(other.Certificate.SubjectName.RawData, cross.SubjectName.RawData);
        Assert.Equal(PublicKeyHash.Of(other.Certificate), PublicKeyHash.Of(cross));
    }
}
