using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Which versions of TLS the server speaks, seen from other stacks than its own.</summary>
public sealed class TlsVersionTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Theory]
    [InlineData("tlsv1.2", "1.2")]
    [InlineData("tlsv1.3", "1.3")]
    public async Task Curl_gets_the_metadata_over_exactly_this_version(string least, string most)
    {
        if (least is "tlsv1.3")
        {
            SystemTls.Require13();
        }

        var url = _server.Manifest.GetProperty("metadata").GetString()!;

        var result = await Curl.RunAsync(_server, url, (least, ""), ("tls-max", most));

        var response = CurlResponse.Parse(result.Succeeded());
        Assert.Equal(200, response.Status);
        Assert.Equal(_server.Issuer, response.Json.GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task Server_without_the_lab_authority_in_the_trust_store_is_not_trusted()
    {
        using var folder = new TemporaryFolder();
        await OpenSsl.MakeKeyAsync(folder.File("key.pem"), "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        await OpenSsl.MakeCertificateAsync(
            folder.File("other-ca.pem"),
            folder.File("key.pem"),
            "/CN=Another authority"
        );

        var result = await Curl.RunAsync(_server, _server.TokenEndpoint, ("cacert", folder.File("other-ca.pem")));

        Assert.Equal(60, result.ExitCode); // CURLE_PEER_FAILED_VERIFICATION
    }

    // The level lets openssl itself offer the old version; the alert then is the server's own refusal.
    [Theory]
    [InlineData("-tls1_1", false)]
    [InlineData("-tls1_2", true)]
    public async Task Openssl_gets_a_session_from_version_1_2_on_and_an_alert_below(string version, bool accepted)
    {
        await OpenSsl.RequireSecurityLevelsAsync();
        var address = new Uri(_server.Issuer).Authority;

        var result = await ExternalTool.RunAsync(
            "openssl",
            ["s_client", "-connect", address, "-CAfile", _server.CaCertificate, version, "-cipher", "ALL@SECLEVEL=0"]
        );

        var said = result.Text + result.Error;
        Assert.Equal(
            accepted,
            said.Contains("Verify return code: 0 (ok)", StringComparison.Ordinal) && result.ExitCode == 0
        );
        Assert.Equal(!accepted, said.Contains("alert protocol version", StringComparison.Ordinal));
    }
}
