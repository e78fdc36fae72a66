using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>A resumed session would bring the identity of an earlier handshake; where certificates count, there is none to resume.</summary>
public sealed class ResumptionTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public async Task Session_without_certificates_is_resumed_and_one_with_them_never()
    {
        SystemTls.RequireResumption();
        var certificate = HandshakeTests.Certificate(_server.Client("mobile-app-mtls"));

        var main = await OpenSslClient.ConnectAsync(_server, _server.TokenEndpoint, "-tls1_2", "-reconnect");
        var mutual = await OpenSslClient.ConnectAsync(
            _server,
            _server.MtlsTokenEndpoint,
            ["-tls1_2", "-reconnect", .. certificate]
        );

        Assert.Contains("Reused, TLSv1.2", main.Text, StringComparison.Ordinal);
        Assert.Contains("New, TLSv1.2", mutual.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reused", mutual.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_1_2_leaves_a_client_no_session_to_keep()
    {
        using var folder = new TemporaryFolder();
        var client = _server.Client("mobile-app-mtls");

        var response = await RequestAsync(client, client, ["-tls1_2", "-sess_out", folder.File("session.pem")]);

        Answers.AssertIssuedAndBound(response, client);
        Assert.False(File.Exists(folder.File("session.pem")));
    }

    [Fact]
    public async Task Client_with_the_session_of_another_is_who_its_own_certificate_says()
    {
        SystemTls.Require13();
        using var folder = new TemporaryFolder();
        var first = _server.Client("mobile-app-mtls");
        var second = _server.Client("mobile-app-mtls-self-signed");

        var saved = await RequestAsync(first, first, ["-tls1_3", "-sess_out", folder.File("session.pem")]);
        var own = await RequestAsync(second, second, ["-tls1_3", "-sess_in", folder.File("session.pem")]);
        var stolen = await RequestAsync(first, second, ["-tls1_3", "-sess_in", folder.File("session.pem")]);

        Answers.AssertIssuedAndBound(saved, first);
        Answers.AssertIssuedAndBound(own, second);
        Answers.AssertRefused(stolen);
    }

    private async Task<CurlResponse> RequestAsync(
        ManifestEntry named,
        ManifestEntry holder,
        IEnumerable<string> options
    )
    {
        var result = await OpenSslClient.RequestTokenAsync(
            _server,
            _server.MtlsTokenEndpoint,
            named.ClientId,
            ["-quiet", .. HandshakeTests.Certificate(holder), .. options]
        );
        return CurlResponse.Parse(result.Output);
    }
}
