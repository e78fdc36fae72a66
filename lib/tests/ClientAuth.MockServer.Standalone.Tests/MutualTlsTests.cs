using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>The two methods of mutual TLS, with curl's own TLS stack.</summary>
public sealed class MutualTlsTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Theory]
    [InlineData("mobile-app-mtls")]
    [InlineData("mobile-app-mtls-san")]
    [InlineData("mobile-app-mtls-self-signed")]
    public async Task Certificate_and_key_in_pem_get_a_bound_token(string clientId)
    {
        var client = _server.Client(clientId);

        var response = await RequestAsync(clientId, Pem(client));

        Answers.AssertIssuedAndBound(response, client);
    }

    [Theory]
    [InlineData("mobile-app-mtls")]
    [InlineData("mobile-app-mtls-self-signed")]
    public async Task Pkcs12_file_gets_a_bound_token(string clientId)
    {
        var client = _server.Client(clientId);

        var response = await RequestAsync(
            clientId,
            ("cert-type", "P12"),
            ("cert", client.Text("pkcs12_file")),
            ("pass", client.Content("pkcs12_passphrase_file"))
        );

        Answers.AssertIssuedAndBound(response, client);
    }

    [Theory]
    [InlineData("mobile-app-mtls", "mobile-app-mtls-san")]
    [InlineData("mobile-app-mtls-san", "mobile-app-mtls")]
    [InlineData("mobile-app-mtls-self-signed", "mobile-app-mtls")]
    public async Task Certificate_of_another_client_is_refused(string clientId, string owner)
    {
        var response = await RequestAsync(clientId, Pem(_server.Client(owner)));

        Answers.AssertRefused(response);
    }

    [Theory]
    [InlineData("mobile-app-mtls", "/O=Client Authentication Lab/CN=mobile-app-mtls")]
    [InlineData("mobile-app-mtls-self-signed", "/CN=mobile-app-mtls-self-signed")]
    public async Task Certificate_of_the_same_name_that_nobody_issued_or_registered_is_refused(
        string clientId,
        string subject
    )
    {
        using var folder = new TemporaryFolder();
        var (certificate, key) = (folder.File("certificate.pem"), folder.File("key.pem"));
        await OpenSsl.MakeKeyAsync(key, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        await OpenSsl.MakeCertificateAsync(certificate, key, subject);

        var response = await RequestAsync(clientId, ("cert", certificate), ("key", key));

        Answers.AssertRefused(response);
    }

    [Theory]
    [InlineData("mobile-app-mtls")]
    [InlineData("mobile-app-mtls-self-signed")]
    public async Task No_certificate_is_refused(string clientId)
    {
        Answers.AssertRefused(await RequestAsync(clientId));
    }

    [Fact]
    public async Task Endpoint_that_does_not_ask_for_a_certificate_authenticates_nobody_by_one()
    {
        var client = _server.Client("mobile-app-mtls");

        var response = await Curl.RequestTokenAsync(
            _server,
            [("data-urlencode", $"client_id={client.ClientId}"), .. Pem(client)]
        );

        Answers.AssertRefused(response);
    }

    private Task<CurlResponse> RequestAsync(string clientId, params (string Option, string Value)[] credential) =>
        Curl.RequestTokenAsync(
            _server,
            _server.MtlsTokenEndpoint,
            [("data-urlencode", $"client_id={clientId}"), .. credential]
        );

    private static (string Option, string Value)[] Pem(ManifestEntry client) =>
        [("cert", client.Text("certificate_file")), ("key", client.Text("certificate_key_file"))];
}
