using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Hosting;

/// <summary>What the listeners negotiate.</summary>
public sealed class TlsTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12, "TLS 1.2")]
    [InlineData(SslProtocols.Tls13, "TLS 1.3")]
    public async Task TLS_1_2_and_1_3_are_offered_and_recorded(SslProtocols protocol, string recorded)
    {
        if (protocol is SslProtocols.Tls13)
        {
            SystemTls.Require13();
        }

        await using var lab = await TestLab.StartAsync();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.EnabledSslProtocols = protocol;
        handler.SslOptions.CertificateChainPolicy = Trusting(lab);
        using var client = new HttpClient(handler);

        await client.GetStringAsync(lab.Server.Metadata.JwksUri, TestContext.Current.CancellationToken);

        var tls = lab.Server.Exchanges.Last!.Tls;
        Assert.Equal(recorded, tls.Version);
        Assert.StartsWith("TLS_", tls.CipherSuite, StringComparison.Ordinal);
        Assert.Null(tls.ClientCertificate);
    }

    [Fact]
    public async Task TLS_1_1_is_not_offered()
    {
        await using var lab = await TestLab.StartAsync();
        var metadata = lab.Server.Metadata;
        foreach (var endpoint in new[] { metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", new Uri(endpoint).Port, TestContext.Current.CancellationToken);
            var stream = socket.GetStream();

            await stream.WriteAsync(ClientHello11, TestContext.Current.CancellationToken);
            var record = new byte[7];
            await stream.ReadExactlyAsync(record, TestContext.Current.CancellationToken);

            // An alert, fatal, protocol_version (RFC 5246 §7.2).
            Assert.Equal((21, 2, 70), (record[0], record[5], record[6]));
        }
    }

    [Fact]
    public async Task Plain_HTTP_gets_no_answer_of_the_token_endpoint()
    {
        await using var lab = await TestLab.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var plain = lab.Server.Metadata.TokenEndpoint.Replace("https:", "http:", StringComparison.Ordinal);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.PostAsync(plain, TestCall.Basic("basic", "s").Body(), TestContext.Current.CancellationToken)
        );

        Assert.Empty(lab.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task Connection_of_one_client_says_nothing_about_the_next()
    {
        await using var lab = await TestLab.StartAsync();
        var first = TestCall.Presenting(TestClients.Tls, lab.Clients.Certificate);
        var second = TestCall.Presenting(TestClients.SelfSigned, lab.Clients.OwnCertificate);

        (await lab.SendAsync(first)).AssertIssued();
        (await lab.SendAsync(second)).AssertIssued();
        (await lab.SendAsync(first)).AssertIssued();

        Assert.Equal(
            ["CN=tls, O=Test", "CN=self-signed", "CN=tls, O=Test"],
            lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Tls.ClientCertificate!.Subject)
        );
    }

    private static X509ChainPolicy Trusting(TestLab lab) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { lab.Authority.Certificate },
        };

    // By hand, since today's TLS libraries no longer send one: version 1.1, a random of zeros, one cipher suite, no extension.
    private static byte[] ClientHello11 =>
        [22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2, .. new byte[32], 0, 0, 2, 0xC0, 0x13, 1, 0];
}
