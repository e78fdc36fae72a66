using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Where one path falls at a check, another is tried, whichever was sent first (RFC 5280 §6.1, RFC 4158).</summary>
public sealed class PathChoiceTests
{
    private const string PolicyConstraints = "2.5.29.36";

    // Two certificates of one authority with one key: this is the one on which a check fails.
    private static readonly Dictionary<
        string,
        (Func<CertificateProfile, CertificateProfile> Change, string Check)
    > Faults = new()
    {
        ["an extension that is not known"] = (
            a => a.With(PolicyConstraints, [0x30, 0x03, 0x80, 0x01, 0x00], critical: true),
            "certificate.extensions"
        ),
        ["an extension that cannot be read"] = (
            a => a.With("2.5.29.30", [0x30, 0x00], critical: true),
            "certificate.extensions"
        ),
        ["a signature over SHA-1"] = (a => a with { SignatureHash = HashAlgorithmName.SHA1 }, "certificate.algorithms"),
        ["dates in the past"] = (
            a => a with { StartsIn = TimeSpan.FromDays(-2), EndsIn = TimeSpan.FromDays(-1) },
            "certificate.validity"
        ),
        ["no right to sign certificates"] = (
            a => a with { KeyUsages = X509KeyUsageFlags.CrlSign, PathLength = null },
            "certificate.issuers"
        ),
        ["a constraint on names"] = (
            a => a with { NameConstraints = new() { Excluded = [GeneralSubtree.DirectoryName("O=Test")] } },
            "certificate.name_constraints"
        ),
        ["a right to certify servers only"] = (
            a => a with { ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication] },
            "certificate.usage"
        ),
    };

    public static TheoryData<string, bool> Cases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var fault in Faults.Keys)
        {
            cases.Add(fault, true);
            cases.Add(fault, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Another_path_is_tried_where_a_check_fails_on_one(string fault, bool faultyFirst)
    {
        var (change, check) = Faults[fault];
        await using var proxied = await ProxiedLab.StartAsync();
        var lab = proxied.Lab;
        var (good, faulty) = FaultyTriedFirst(lab, change);
        using var one = good;
        using var other = faulty;
        using var leaf = good.Issue(CertificateProfile.Client("CN=tls,O=Test"));
        X509Certificate2[] sent = faultyFirst ? [faulty, good.Certificate] : [good.Certificate, faulty];

        var both = await proxied.SendAsync(TestClients.Tls, leaf, sent);
        var faultyAlone = await proxied.SendAsync(TestClients.Tls, leaf, faulty);

        both.AssertIssued();
        faultyAlone.AssertInvalidClient(check);
        // What is in force is tried first.
        var chain = Chain(both);
        if (check != "certificate.validity")
        {
            Assert.Contains(
                $"(serial number {good.Certificate.SerialNumber}); a path by way of ",
                chain.Seen,
                StringComparison.Ordinal
            );
            Assert.Contains(
                $"(serial number {faulty.SerialNumber}) fell at {check}: ",
                chain.Seen,
                StringComparison.Ordinal
            );
        }
        else
        {
            Assert.Equal($"a path to '{lab.Authority.Certificate.Subject}'", chain.Seen);
        }
    }

    [Fact]
    public async Task Trace_says_which_path_got_furthest_and_why_the_others_fell()
    {
        await using var proxied = await ProxiedLab.StartAsync();
        var lab = proxied.Lab;
        using var forServers = lab.Authority.IssueIntermediate(
            Faults["a right to certify servers only"].Change(CertificateProfile.Authority("Between", pathLength: 0))
        );
        using var unknown = lab.Authority.Certify(
            forServers.Certificate.PublicKey,
            Faults["an extension that is not known"].Change(CertificateProfile.Authority("Between", pathLength: 0))
        );
        using var leaf = forServers.Issue(CertificateProfile.Client("CN=tls,O=Test"));

        var answer = await proxied.SendAsync(TestClients.Tls, leaf, unknown, forServers.Certificate);

        answer.AssertInvalidClient("certificate.usage");
        Assert.Equal(
            $"a path to '{lab.Authority.Certificate.Subject}' by way of '{unknown.Subject}' "
                + $"(serial number {forServers.Certificate.SerialNumber}); a path by way of '{unknown.Subject}' "
                + $"(serial number {unknown.SerialNumber}) fell at certificate.extensions: "
                + $"critical and unknown {PolicyConstraints} in '{unknown.Subject}'",
            Chain(answer).Seen
        );
    }

    [Fact]
    public async Task Path_by_the_registered_authority_is_found_among_others()
    {
        using var first = LabAuthority.Create(TimeProvider.System, "First");
        using var second = LabAuthority.Create(TimeProvider.System, "Second");
        using var between = first.IssueIntermediate("Between");
        using var crossed = second.CrossCertify(between);
        using var leaf = between.Issue(CertificateProfile.Client("CN=tls,O=Test"));
        foreach (var pinned in new[] { first, second })
        {
            await using var proxied = await ProxiedLab.StartAsync(options =>
                options with
                {
                    Clients = [.. options.Clients, Pinned(pinned)],
                    Certificates = options.Certificates with
                    {
                        ClientAuthorities = [first.Certificate, second.Certificate],
                    },
                }
            );

            (await proxied.SendAsync("pinned", leaf, between.Certificate, crossed)).AssertIssued();
        }
    }

    private static ClientMetadata Pinned(LabAuthority authority) =>
        new()
        {
            ClientId = "pinned",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSubjectDn = "CN=tls,O=Test",
            TlsClientAuthAuthoritySha256 = Base64Url.EncodeToString(
                SHA256.HashData(authority.Certificate.PublicKey.ExportSubjectPublicKeyInfo())
            ),
        };

    private static Decision Chain(TestAnswer answer) =>
        answer.Exchange.Trace.Decisions.Single(line => line.Check == Rules.CertificateChain.Name);

    // Of those that are in force, the order is that of their hashes: a coin toss each time.
    private static (LabAuthority Good, X509Certificate2 Faulty) FaultyTriedFirst(
        TestLab lab,
        Func<CertificateProfile, CertificateProfile> change
    )
    {
        while (true)
        {
            var good = lab.Authority.IssueIntermediate("Between");
            var faulty = lab.Authority.Certify(
                good.Certificate.PublicKey,
                change(CertificateProfile.Authority("Between", pathLength: 0))
            );
            if (StringComparer.Ordinal.Compare(Hash(faulty), Hash(good.Certificate)) < 0)
            {
                return (good, faulty);
            }

            faulty.Dispose();
            good.Dispose();
        }

        static string Hash(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawData));
    }
}
