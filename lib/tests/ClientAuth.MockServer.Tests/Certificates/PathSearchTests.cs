using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Certificates;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Paths are found where there is one, and the search ends where there is none (RFC 4158).</summary>
public sealed class PathSearchTests : IDisposable
{
    private const int Longest = 5;

    private readonly LabAuthority _root = LabAuthority.Create(TimeProvider.System);

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Right_intermediate_is_found_among_others_of_its_name()
    {
        using var first = _root.IssueIntermediate("Same");
        using var second = _root.IssueIntermediate("Same");
        using var leaf = second.Issue(CertificateProfile.Client("CN=leaf"));

        var path = Search().Find(leaf, [first.Certificate, second.Certificate]).FirstOrDefault();

        Assert.Equal([leaf, second.Certificate, _root.Certificate], path?.Certificates);
    }

    [Fact]
    public void Intermediate_in_force_is_preferred_to_an_expired_one_with_the_same_key()
    {
        using var old = _root.IssueIntermediate(
            CertificateProfile.Authority("Renewed") with
            {
                StartsIn = TimeSpan.FromDays(-2),
                EndsIn = TimeSpan.FromDays(-1),
            }
        );
        using var leaf = old.Issue(CertificateProfile.Client("CN=leaf"));
        using var renewed = _root.CrossCertify(old);

        var path = Search().Find(leaf, [old.Certificate, renewed]).FirstOrDefault();

        Assert.Equal([leaf, renewed, _root.Certificate], path?.Certificates);
    }

    [Fact]
    public void Paths_beyond_an_anchor_are_found_as_well()
    {
        using var intermediate = _root.IssueIntermediate("Anchor");
        using var leaf = intermediate.Issue(CertificateProfile.Client("CN=leaf"));

        var paths = new PathSearch([_root.Certificate, intermediate.Certificate], Longest, TimeProvider.System).Find(
            leaf,
            [intermediate.Certificate]
        );

        Assert.Equal([2, 3], paths.Select(path => path.Certificates.Count));
    }

    [Fact]
    public void Order_in_which_certificates_are_sent_makes_no_difference_though_the_search_is_cut_short()
    {
        var same = Enumerable.Range(0, 40).Select(_ => _root.IssueIntermediate("Same")).ToList();
        using var leaf = same[7].Issue(CertificateProfile.Client("CN=leaf"));
        X509Certificate2Collection sent = [.. same.Select(authority => authority.Certificate)];

        var found = Search().Find(leaf, sent).Count();

        Assert.Equal(found, Search().Find(leaf, sent.Reverse()).Count());
        same.ForEach(authority => authority.Dispose());
    }

    [Fact]
    public void Authority_below_a_root_can_be_an_anchor()
    {
        using var intermediate = _root.IssueIntermediate("Anchor");
        using var leaf = intermediate.Issue(CertificateProfile.Client("CN=leaf"));

        var path = new PathSearch([intermediate.Certificate], Longest, TimeProvider.System)
            .Find(leaf, [])
            .FirstOrDefault();

        Assert.Equal([leaf, intermediate.Certificate], path?.Certificates);
    }

    [Fact]
    public void Search_ends_among_authorities_that_all_vouch_for_each_other()
    {
        var ring = Enumerable.Range(0, 6).Select(_ => LabAuthority.Create(TimeProvider.System, "Ring")).ToList();
        X509Certificate2Collection sent =
        [
            .. from one in ring from other in ring where one != other select one.CrossCertify(other),
        ];
        using var leaf = ring[0].Issue(CertificateProfile.Client("CN=leaf"));

        Assert.Empty(new PathSearch([_root.Certificate], longest: 20, TimeProvider.System).Find(leaf, sent));
        ring.ForEach(authority => authority.Dispose());
    }

    [Fact]
    public void Certificate_with_the_name_and_serial_number_of_an_anchor_is_no_anchor()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var twin = Twin.Of(_root.Certificate, key);
        var request = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256);
        var signer = X509SignatureGenerator.CreateForECDsa(key);
        using var leaf = request.Create(twin.SubjectName, signer, Now.AddHours(-1), Now.AddHours(1), [7]);

        Assert.Equal(_root.Certificate, twin); // As the BCL sees it.
        Assert.Empty(Search().Find(leaf, [twin]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Signatures_with_PSS_are_verified(bool genuine)
    {
        using var key = RSA.Create(2048);
        using var otherKey = RSA.Create(2048);
        using var root = Authority(key).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        var request = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        var signer = X509SignatureGenerator.CreateForRSA(genuine ? key : otherKey, RSASignaturePadding.Pss);
        using var leaf = request.Create(root.SubjectName, signer, Now.AddHours(-1), Now.AddHours(1), [7]);

        var path = new PathSearch([root], Longest, TimeProvider.System).Find(leaf, []).FirstOrDefault();

        Assert.Equal(genuine, path is not null);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private PathSearch Search() => new([_root.Certificate], Longest, TimeProvider.System);

    private static CertificateRequest Authority(RSA key) =>
        new("CN=PSS", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
}
