using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>What the two listeners negotiate, message by message, seen from openssl and curl.</summary>
public sealed class HandshakeTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Theory]
    [InlineData("-tls1_2")]
    [InlineData("-tls1_3")]
    public async Task Only_the_listener_of_mutual_TLS_asks_for_a_certificate_and_from_whomever(string version)
    {
        if (version is "-tls1_3")
        {
            SystemTls.Require13();
        }

        var main = await OpenSslClient.ConnectAsync(_server, _server.TokenEndpoint, version, "-msg");
        var mutual = await OpenSslClient.ConnectAsync(_server, _server.MtlsTokenEndpoint, version, "-msg");

        main.Succeeded();
        mutual.Succeeded();
        Assert.DoesNotContain("CertificateRequest", main.Text, StringComparison.Ordinal);
        Assert.Contains("CertificateRequest", mutual.Text, StringComparison.Ordinal);
        Assert.Contains("No client certificate CA names sent", mutual.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_1_1_is_refused_by_the_listener_of_mutual_TLS_too()
    {
        await OpenSsl.RequireSecurityLevelsAsync();

        var result = await OpenSslClient.ConnectAsync(
            _server,
            _server.MtlsTokenEndpoint,
            "-tls1_1",
            "-cipher",
            "ALL@SECLEVEL=0"
        );

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("alert protocol version", result.Text + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HTTP_2_is_not_spoken_and_not_needed(bool mutual)
    {
        var endpoint = mutual ? _server.MtlsTokenEndpoint : _server.TokenEndpoint;

        var offered = await OpenSslClient.ConnectAsync(_server, endpoint, "-alpn", "h2,http/1.1");
        var alone = await OpenSslClient.ConnectAsync(_server, endpoint, "-alpn", "h2");

        Assert.Contains("ALPN protocol: http/1.1", offered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ALPN protocol: h2", alone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HTTP_in_clear_gets_neither_an_answer_nor_a_redirect(bool mutual)
    {
        var endpoint = mutual ? _server.MtlsTokenEndpoint : _server.TokenEndpoint;
        var plain = endpoint.Replace("https:", "http:", StringComparison.Ordinal);

        var result = await Curl.RunAsync(_server, plain, ("data", "grant_type=client_credentials"));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("", result.Text);
    }

    [Fact]
    public async Task Renegotiation_is_refused()
    {
        var client = _server.Client("mobile-app-mtls");

        var result = await OpenSslClient.RenegotiateAsync(
            _server,
            _server.MtlsTokenEndpoint,
            ["-tls1_2", "-msg", .. Certificate(client)]
        );

        // The client asks twice; the server answers once, and hangs up.
        var messages = result.Text.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Equal(2, messages.Count(line => line.EndsWith(", ClientHello", StringComparison.Ordinal)));
        Assert.Single(messages, line => line.EndsWith(", ServerHello", StringComparison.Ordinal));
        Assert.NotEqual(0, result.ExitCode);
    }

    internal static string[] Certificate(ManifestEntry client) =>
        ["-cert", client.Text("certificate_file"), "-key", client.Text("certificate_key_file")];
}
