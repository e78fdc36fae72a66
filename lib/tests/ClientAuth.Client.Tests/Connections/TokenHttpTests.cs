using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Protocol.Recording;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.Connections;

/// <summary>Whole requests over real TLS connections.</summary>
public sealed class TokenHttpTests : IDisposable
{
    private static readonly string Answer =
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {AnyServer.TokenJson.Length}\r\n"
        + $"Connection: close\r\n\r\n{AnyServer.TokenJson}";

    private readonly LabAuthority _authority = LabAuthority.Create(TimeProvider.System);
    private readonly X509Certificate2 _certificate;

    public TokenHttpTests() => _certificate = _authority.Issue(CertificateProfile.LoopbackServer());

    private ServerTrust Trust => new ServerTrust.TrustStore(_authority.Certificate);

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task Each_client_presents_its_own_certificate()
    {
        using var first = _authority.Issue(CertificateProfile.Client("CN=first"));
        using var second = _authority.Issue(CertificateProfile.Client("CN=second"));
        await using var server = new LoopbackTlsServer(_certificate, Answer, asksForCertificate: true);

        foreach (var certificate in new[] { first, second, first })
        {
            Assert.IsType<TokenOutcome.Issued>(await AskAsync(server.Port, new Method.Mtls(certificate)));
        }

        Assert.Equal(["CN=first", "CN=second", "CN=first"], server.ClientCertificates);
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_clients_is_presented_all_the_same()
    {
        using var wrong = _authority.Issue(CertificateProfile.Server("localhost"));
        await using var server = new LoopbackTlsServer(_certificate, Answer, asksForCertificate: true);

        await AskAsync(server.Port, new Method.Mtls(wrong));

        Assert.Equal(["CN=localhost"], server.ClientCertificates);
    }

    [Fact]
    public async Task A_server_that_insists_on_a_certificate_breaks_off()
    {
        await using var server = new LoopbackTlsServer(_certificate, Answer, asksForCertificate: true);

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() =>
            AskAsync(server.Port, new Method.None())
        );

        // With TLS 1.3 this shows on the first read, before that in the handshake (dotnet/runtime#69315).
        Assert.EndsWith(
            " If a client certificate was presented, the server may have refused it.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("HELLO WORLD\r\n\r\n", 0, "is not HTTP")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
        1 << 21,
        "is too long"
    )]
    public async Task An_answer_beyond_the_limits_is_not_blamed_on_the_connection(string head, int padding, string how)
    {
        await using var server = new LoopbackTlsServer(_certificate, head + new string(' ', padding));

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() =>
            AskAsync(server.Port, new Method.None())
        );

        Assert.Equal(
            $"The answer of https://localhost:{server.Port}/token {how}. Check that this is the right endpoint of an OAuth server.",
            error.Message
        );
    }

    [Fact]
    public async Task Connecting_and_handshake_are_timed_apart()
    {
        var phases = new List<RecordedPhase>();
        await using var server = new LoopbackTlsServer(_certificate, Answer);

        await AskAsync(server.Port, new Method.None(), phases.Add);

        Assert.Equal([PhaseNames.Connect, PhaseNames.Handshake], phases.Select(phase => phase.Name));
        Assert.All(phases, phase => Assert.True(phase.Duration > TimeSpan.Zero));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Dispose();

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => AskAsync(port, new Method.None()));

        Assert.StartsWith($"localhost:{port} cannot be reached: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Check that the server runs, and the address.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var asking = AskAsync(port, new Method.None());
        using (var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken))
        {
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
            await socket.SendAsync(
                "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
                TestContext.Current.CancellationToken
            );
        }

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => asking);

        Assert.StartsWith($"The TLS handshake with localhost:{port} failed: ", error.Message, StringComparison.Ordinal);
    }

    private async Task<TokenOutcome> AskAsync(int port, Method method, Action<RecordedPhase>? onPhase = null)
    {
        var server = AnyServer.Metadata with
        {
            TokenEndpoint = $"https://localhost:{port}/token",
            MtlsEndpointAliases = null,
        };
        using var http = TokenHttp.Create(Trust, method, TimeProvider.System, onPhase);
        var client = new TokenClient(http, server, "app", method, TimeProvider.System);
        return await client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
