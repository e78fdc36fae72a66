using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>An authority that may speak for some names only (RFC 5280 §4.2.1.10).</summary>
public sealed class NameConstraintTests
{
    // Permitted: DNS names below ok.example.
    private static readonly byte[] OnlyOkExample = [0x30, 0x10, 0xA0, 0x0E, 0x30, 0x0C, 0x82, 0x0A, .. "ok.example"u8];

    [Theory]
    [InlineData("app.ok.example", null)]
    [InlineData("app.other.example", "certificate.name_constraints")]
    public async Task Authority_may_not_speak_for_other_names(string name, string? check)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=Root", rootKey).CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        var constrained = new X509Extension("2.5.29.30", OnlyOkExample, critical: true);
        using var intermediate = Issue(key => Authority("CN=Constrained", key, constrained), root, now);
        using var certificate = Issue(key => Client(key, name), intermediate, now);
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Certificates = options.Certificates with { ClientAuthorities = [root] } }
        );

        var answer = await lab.SendAsync(
            TestCall.Presenting(TestClients.Tls, certificate) with
            {
                Intermediates = [intermediate],
            }
        );

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
    }

    [Theory]
    [InlineData("me@ok.example", "me@other.example", "certificate.name_constraints")]
    [InlineData("me@ok.example", "me@ok.example", null)]
    public async Task Address_in_the_subject_counts_beside_one_in_its_proper_place(
        string proper,
        string inSubject,
        string? check
    )
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var constrained = proxied.Lab.Authority.IssueIntermediate(
            CertificateProfile.Authority("Constrained", pathLength: 0) with
            {
                NameConstraints = new() { Permitted = [GeneralSubtree.Email("ok.example")] },
            }
        );
        using var leaf = constrained.Issue(
            CertificateProfile.Client($"E={inSubject},CN=tls,O=Test") with
            {
                Emails = [proper],
            }
        );

        var answer = await proxied.SendAsync(TestClients.Tls, leaf, constrained.Certificate);

        // A good one is refused later, since another subject is registered.
        answer.AssertInvalidClient(check ?? "certificate.subject");
    }

    [Fact]
    public async Task Common_name_of_an_authority_is_no_hosts_name()
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var constrained = proxied.Lab.Authority.IssueIntermediate(
            CertificateProfile.Authority("Constrained", pathLength: 1) with
            {
                NameConstraints = new() { Permitted = [GeneralSubtree.Dns("clients.example")] },
            }
        );
        using var issuing = constrained.IssueIntermediate(
            CertificateProfile.Authority("issuing-ca.corp.example", pathLength: 0)
        );
        using var leaf = issuing.Issue(CertificateProfile.Client("CN=tls,O=Test"));

        var answer = await proxied.SendAsync(TestClients.Tls, leaf, issuing.Certificate, constrained.Certificate);

        answer.AssertIssued();
    }

    private static CertificateRequest Authority(string name, ECDsa key, params X509Extension[] more)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        foreach (var extension in more)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request;
    }

    private static CertificateRequest Client(ECDsa key, string dnsName)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        var request = new CertificateRequest("CN=tls,O=Test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Issue(
        Func<ECDsa, CertificateRequest> request,
        X509Certificate2 issuer,
        DateTimeOffset now
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = request(key).Create(issuer, now.AddMinutes(-5), now.AddMinutes(5), [1]);
        using var withKey = issued.CopyWithPrivateKey(key);
        // Through PKCS#12, since Windows cannot use an ephemeral key for TLS.
        return X509CertificateLoader.LoadPkcs12(
            withKey.Export(X509ContentType.Pkcs12),
            null,
            X509KeyStorageFlags.Exportable
        );
    }
}
