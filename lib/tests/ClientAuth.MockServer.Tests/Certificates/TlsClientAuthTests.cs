using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>A certificate wrong in each way (RFC 8705 §2.1, RFC 5280 §6).</summary>
public sealed class TlsClientAuthTests
{
    private const string NetscapeType = "2.16.840.1.113730.1.1";
    private const string Subject = "CN=tls,O=Test";

    private static readonly Dictionary<
        string,
        (Func<CertificateProfile, CertificateProfile> Change, string? Check)
    > Profiles = new()
    {
        ["expired"] = (
            p => p with { StartsIn = TimeSpan.FromDays(-2), EndsIn = TimeSpan.FromDays(-1) },
            Rules.CertificateValidity.Name
        ),
        ["not yet valid"] = (p => p with { StartsIn = TimeSpan.FromHours(1) }, Rules.CertificateValidity.Name),
        ["for servers only"] = (
            p => p with { ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication] },
            Rules.CertificateUsage.Name
        ),
        ["for servers and clients"] = (
            p =>
                p with
                {
                    ExtendedKeyUsages =
                    [
                        ExtendedKeyUsages.ServerAuthentication,
                        ExtendedKeyUsages.ClientAuthentication,
                    ],
                },
            null
        ),
        // A server that asks for a purpose may refuse it (RFC 5280 §4.2.1.12); OpenSSL and .NET do.
        ["for any purpose"] = (p => p with { ExtendedKeyUsages = ["2.5.29.37.0"] }, Rules.CertificateUsage.Name),
        ["of Netscape's type for servers"] = (
            p => p.With(NetscapeType, [0x03, 0x02, 0x06, 0x40]),
            Rules.CertificateUsage.Name
        ),
        ["of Netscape's type for clients"] = (p => p.With(NetscapeType, [0x03, 0x02, 0x07, 0x80]), null),
        // What limits policies or makes a proxy of a client is to be critical, so it counts where it is not.
        ["with a constraint on policies"] = (
            p => p.With("2.5.29.36", [0x30, 0x03, 0x80, 0x01, 0x00]),
            Rules.CertificateExtensions.Name
        ),
        ["with any policy inhibited"] = (
            p => p.With("2.5.29.54", [0x02, 0x01, 0x00]),
            Rules.CertificateExtensions.Name
        ),
        ["with its issuer's names critical"] = (
            p => p.With("2.5.29.18", [0x30, 0x03, 0x82, 0x01, (byte)'a'], critical: true),
            Rules.CertificateExtensions.Name
        ),
        ["without extended key usage"] = (p => p with { ExtendedKeyUsages = [] }, null),
        ["without key usage"] = (p => p with { KeyUsages = X509KeyUsageFlags.None }, null),
        ["not for signatures"] = (
            p => p with { KeyUsages = X509KeyUsageFlags.NonRepudiation },
            Rules.CertificateUsage.Name
        ),
        ["an authority"] = (
            p =>
                p with
                {
                    IsAuthority = true,
                    KeyUsages = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign,
                },
            Rules.CertificateUsage.Name
        ),
        ["of another client"] = (p => p with { Subject = "CN=other,O=Test" }, Rules.CertificateSubject.Name),
        ["with a part more"] = (p => p with { Subject = "CN=tls,OU=x,O=Test" }, Rules.CertificateSubject.Name),
        ["with a part less"] = (p => p with { Subject = "CN=tls" }, Rules.CertificateSubject.Name),
        ["with the name elsewhere"] = (
            p => p with { Subject = "CN=x", DnsNames = ["tls"] },
            Rules.CertificateSubject.Name
        ),
        ["with an RSA key"] = (p => p with { KeyAlgorithm = KeyAlgorithm.Rsa2048 }, null),
    };

    public static TheoryData<string> ProfileNames() => [.. Profiles.Keys];

    [Theory]
    [MemberData(nameof(ProfileNames))]
    public async Task Certificate_is_judged_by_what_it_says(string name)
    {
        var (change, check) = Profiles[name];
        await using var lab = await TestLab.StartAsync();
        using var certificate = lab.Authority.Issue(change(CertificateProfile.Client(Subject)));

        var answer = await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate));

        if (check is null)
        {
            answer.AssertIssued();
        }
        else
        {
            answer.AssertInvalidClient(check);
        }
    }

    [Fact]
    public async Task Validity_is_judged_by_the_clock_of_the_server()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Presenting(TestClients.Tls, lab.Clients.Certificate);

        (await lab.SendAsync(call)).AssertIssued();
        lab.Clock.Advance(TimeSpan.FromDays(2));
        (await lab.SendAsync(call)).AssertInvalidClient(Rules.CertificateValidity.Name);
    }

    [Theory]
    [InlineData("Another Root")]
    [InlineData("Client Authentication Lab Root")]
    public async Task Certificate_of_another_authority_is_refused_whatever_its_name(string authority)
    {
        await using var lab = await TestLab.StartAsync();
        using var other = LabAuthority.Create(lab.Clock, authority);
        using var certificate = other.Issue(CertificateProfile.Client(Subject));
        var call = TestCall.Presenting(TestClients.Tls, certificate);

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.CertificateChain.Name);
        // Sending the false authority along does not make it true.
        (await lab.SendAsync(call with { Intermediates = [other.Certificate] })).AssertInvalidClient(
            Rules.CertificateChain.Name
        );
    }

    [Fact]
    public async Task Self_signed_certificate_with_the_right_name_is_refused()
    {
        await using var lab = await TestLab.StartAsync();
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client(Subject), lab.Clock);

        (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate))).AssertInvalidClient(
            Rules.CertificateChain.Name
        );
    }

    [Fact]
    public async Task Intermediate_authority_must_be_sent_along()
    {
        await using var lab = await TestLab.StartAsync();
        using var intermediate = lab.Authority.IssueIntermediate("Intermediate");
        using var certificate = intermediate.Issue(CertificateProfile.Client(Subject));
        var call = TestCall.Presenting(TestClients.Tls, certificate);

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.CertificateChain.Name);
        (await lab.SendAsync(call with { Intermediates = [.. intermediate.Intermediates] })).AssertIssued();
    }

    [Fact]
    public async Task Fault_of_an_authority_is_not_laid_at_the_leaf()
    {
        await using var lab = await TestLab.StartAsync();
        using var expired = new TestIntermediate(lab, a => a with { EndsIn = TimeSpan.FromMinutes(-1) });
        using var forServers = new TestIntermediate(
            lab,
            a => a with { ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication] }
        );

        var late = await lab.SendAsync(expired.Presenting(TestClients.Tls, Subject));
        var unfit = await lab.SendAsync(forServers.Presenting(TestClients.Tls, Subject));

        late.AssertInvalidClient(Rules.CertificateValidity.Name);
        Assert.StartsWith(
            "the authority 'CN=Intermediate",
            late.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
        unfit.AssertInvalidClient(Rules.CertificateUsage.Name);
        Assert.Contains(
            "; issued below 'CN=Intermediate",
            unfit.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Leaf_may_not_issue()
    {
        await using var lab = await TestLab.StartAsync();
        using var intermediate = lab.Authority.IssueIntermediate("Intermediate");
        using var below = intermediate.IssueIntermediate("One too many");
        using var certificate = below.Issue(CertificateProfile.Client(Subject));
        var call = TestCall.Presenting(TestClients.Tls, certificate);

        var answer = await lab.SendAsync(call with { Intermediates = [.. below.Intermediates] });

        answer.AssertInvalidClient(Rules.CertificateIssuers.Name);
    }

    [Fact]
    public async Task Certificate_without_a_client_id_identifies_nobody()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(new TestCall { Certificate = lab.Clients.Certificate });

        answer.AssertInvalidClient(Rules.ClientIdentified.Name);
    }

    [Theory]
    [InlineData("Client-Cert")]
    [InlineData("X-SSL-CERT")]
    [InlineData("X-ARR-ClientCert")]
    public async Task Certificate_in_a_header_is_ignored(string header)
    {
        await using var lab = await TestLab.StartAsync();
        var forged = Convert.ToBase64String(lab.Clients.Certificate.RawData);

        var answer = await lab.SendAsync(
            TestCall.With(TokenParameters.ClientId, TestClients.Tls).WithHeader(header, $":{forged}:")
        );

        answer.AssertInvalidClient(Rules.CertificatePresented.Name);
    }
}
