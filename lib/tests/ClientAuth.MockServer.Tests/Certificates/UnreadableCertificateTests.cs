using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// Certificates with extensions that cannot be read, over real TLS. Whoever ends the connection, TLS library or server, the server has a
/// line that says why.
/// </summary>
public sealed class UnreadableCertificateTests
{
    private static readonly Dictionary<string, Func<RawCertificate, RawCertificate>> Changes = new()
    {
        ["alternative names that are none"] = raw => Add(raw, "30090603551D1104020500"),
        ["alternative names twice"] = raw =>
            Add(Add(raw, "300E0603551D11040730058203616263"), "300E0603551D11040730058203616263"),
        ["policies that are none"] = raw => Add(raw, "30090603551D2004020500"),
        ["a constraint on policies that is none"] = raw => Add(raw, "30090603551D2404020500"),
        ["a usage that is none"] = raw => Add(raw, "30090603551D2504020500"),
        ["distribution points that are none"] = raw => Add(raw, "30090603551D1F04020500"),
        ["constraints on names that are none"] = raw => Add(raw, "30090603551D1E04020500"),
        ["the last extension twice"] = raw => raw with { Extensions = [.. raw.Extensions, raw.Extensions[^1]] },
        ["a key identifier that is none"] = raw =>
            raw with
            {
                Extensions = [.. raw.Extensions.SkipLast(1), Convert.FromHexString("30090603551D2304020500")],
            },
    };

    public static TheoryData<string, SslProtocols> Cases()
    {
        var cases = new TheoryData<string, SslProtocols>();
        foreach (var change in Changes.Keys)
        {
            cases.Add(change, SslProtocols.Tls12);
            cases.Add(change, SslProtocols.Tls13);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_client_is_refused_without_an_explanation(string change, SslProtocols version)
    {
        await using var lab = await TestLab.StartAsync();
        using var certificate = lab.Authority.Issue(
            CertificateProfile.Client(ChainCall.Subject) with
            {
                ExtendedKeyUsages = [],
                Rewrite = Changes[change],
            }
        );

        var (status, failure) = await SendAsync(lab, certificate, version);

        // Where the library let it come so far, the server judged it.
        Assert.Equal(status is null ? "certificate.handshake" : "certificate.extensions", failure?.Check);
        if (status is null)
        {
            Assert.Contains(
                failure!.Seen,
                (string[])
                    [
                        "X509 V3 routines: invalid certificate, so that OpenSSL ended the handshake; over TLS 1.2 the server "
                            + "would have judged this certificate",
                        "ASN1 corrupted data, so that no chain could be built, which the handshake needs",
                    ]
            );
            Assert.Equal("#1 TLS handshake → nothing", lab.Server.Exchanges.Last!.ToString());
        }
        else
        {
            Assert.Equal(401, status);
        }
    }

    [Fact]
    public async Task Handshake_that_the_client_ends_is_not_recorded()
    {
        await using var lab = await TestLab.StartAsync();
        using var certificate = lab.Authority.Issue(CertificateProfile.Client(ChainCall.Subject));
        using var other = LabAuthority.Create(lab.Clock, "Another");
        using var handler = lab.NewHandler();
        handler.SslOptions.CertificateChainPolicy!.CustomTrustStore.Clear();
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(other.Certificate);
        handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
            certificate,
            null,
            offline: true
        );
        using var client = new HttpClient(handler);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate), client)
        );

        (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate))).AssertIssued();
        Assert.Equal(1, lab.Server.Exchanges.Last!.Number);
    }

    private static async Task<(int? Status, Decision? Failure)> SendAsync(
        TestLab lab,
        X509Certificate2 certificate,
        SslProtocols version
    )
    {
        using var handler = lab.NewHandler();
        handler.SslOptions.EnabledSslProtocols = version;
        handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
            certificate,
            null,
            offline: true
        );
        using var client = new HttpClient(handler);
        // The client may learn of the end before the server has recorded it.
        var recorded = lab.Server.Exchanges.NextAsync(TestContext.Current.CancellationToken);
        int? status = null;
        try
        {
            status = (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate), client)).Status;
        }
        catch (HttpRequestException) { }

        return (status, (await recorded).Trace.Failure);
    }

    private static RawCertificate Add(RawCertificate raw, string extension) =>
        raw with
        {
            Extensions = [.. raw.Extensions, Convert.FromHexString(extension)],
        };
}
