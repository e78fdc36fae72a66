using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>The two methods that send a JWT: written by hand, signed by openssl, sent by curl.</summary>
public sealed class ClientAssertionTests(RunningServer running)
{
    private const string SymmetricHeader = """{"alg":"HS256"}""";

    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public async Task Client_secret_jwt_gets_a_token()
    {
        var client = _server.Client("mobile-app-jwt-symmetric");
        var input = SigningInput.Of(SymmetricHeader, client.ClientId, _server.Issuer);
        var mac = await OpenSsl.HmacSha256Async(client.Content("client_secret_file"), input);

        var response = await Curl.RequestTokenAsync(_server, SigningInput.Signed(input, mac));

        Answers.AssertIssued(response, client.ClientId);
    }

    [Fact]
    public async Task Mac_by_another_secret_is_refused()
    {
        var input = SigningInput.Of(SymmetricHeader, "mobile-app-jwt-symmetric", _server.Issuer);
        var mac = await OpenSsl.HmacSha256Async("another secret, as long as the hash it keys", input);

        var response = await Curl.RequestTokenAsync(_server, SigningInput.Signed(input, mac));

        Answers.AssertRefused(response);
    }

    [Fact]
    public async Task Private_key_jwt_gets_a_token()
    {
        var client = _server.Client("mobile-app-jwt-asymmetric");
        var input = SigningInput.Of(Header(client), client.ClientId, _server.Issuer);
        var signature = await OpenSsl.SignEs256Async(client.Text("private_key_file"), input);

        var response = await Curl.RequestTokenAsync(_server, SigningInput.Signed(input, signature));

        Answers.AssertIssued(response, client.ClientId);
    }

    [Fact]
    public async Task Second_use_of_an_assertion_is_refused()
    {
        var client = _server.Client("mobile-app-jwt-asymmetric");
        var input = SigningInput.Of(Header(client), client.ClientId, _server.Issuer);
        var signed = SigningInput.Signed(input, await OpenSsl.SignEs256Async(client.Text("private_key_file"), input));

        Answers.AssertIssued(await Curl.RequestTokenAsync(_server, signed), client.ClientId);
        Answers.AssertRefused(await Curl.RequestTokenAsync(_server, signed));
    }

    [Fact]
    public async Task Signature_by_another_key_is_refused()
    {
        using var folder = new TemporaryFolder();
        await OpenSsl.MakeKeyAsync(folder.File("key.pem"), "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        var client = _server.Client("mobile-app-jwt-asymmetric");
        var input = SigningInput.Of(Header(client), client.ClientId, _server.Issuer);
        var signature = await OpenSsl.SignEs256Async(folder.File("key.pem"), input);

        var response = await Curl.RequestTokenAsync(_server, SigningInput.Signed(input, signature));

        Answers.AssertRefused(response);
    }

    private static string Header(ManifestEntry client) => $$"""{"alg":"ES256","kid":"{{client.Text("kid")}}"}""";
}
