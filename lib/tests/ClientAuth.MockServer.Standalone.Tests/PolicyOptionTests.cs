using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>What the server accepts can be chosen on the command line, and a refusal says there by which option.</summary>
public sealed class PolicyOptionTests(RunningServer running) : IDisposable
{
    private const string Signer = "mobile-app-jwt-asymmetric";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Refusal_says_on_the_console_which_option_allows_it_and_says_it_once()
    {
        await using var server = await StandaloneProcess.StartAsync("--end-with-input");

        Answers.AssertRefused(await SendAsync(server, server.TokenEndpoint));
        Answers.AssertRefused(await SendAsync(server, server.TokenEndpoint));
        Answers.AssertRefused(await SendAsync(server, "https://another.example"));
        var byAddress = server.TokenEndpoint.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        Answers.AssertRefused(await SendAsync(server, byAddress));
        Answers.AssertRefused(await SendAsync(server, server.Issuer, lasts: 840));
        var (exitCode, errors) = await server.EndInputAsync();

        Assert.Equal(ExitCodes.Ended, exitCode);
        var lines = errors.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.Equal(
            $"refused: assertion.aud: expected '{server.Issuer}', got \"{server.TokenEndpoint}\". "
                + "--audience-policy legacy allows the issuer and the URL of the token endpoint.",
            lines[0]
        );
        Assert.Equal(
            $"refused: assertion.aud: expected '{server.Issuer}', got \"{byAddress}\". "
                + "--audience-policy legacy allows the issuer and the URL of the token endpoint.",
            lines[1]
        );
        Assert.StartsWith(
            "refused: assertion.lifetime: expected expires within 00:05:00 (± 10 s), got in 00:1",
            lines[2],
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ". --assertion-lifetime allows a longer life, --clock-skew a client whose clock is wrong.",
            lines[2],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_options_allow_is_accepted_and_is_refused_without_them()
    {
        await using var server = await StandaloneProcess.StartAsync(
            "--end-with-input",
            "--audience-policy",
            "legacy",
            "--clock-skew",
            "120",
            "--assertion-lifetime",
            "900"
        );

        Answers.AssertIssued(await SendAsync(server, server.Issuer), Signer);
        Answers.AssertIssued(await SendAsync(server, server.TokenEndpoint), Signer);
        Answers.AssertIssued(await SendAsync(server, server.MtlsTokenEndpoint), Signer);
        Answers.AssertIssued(await SendAsync(server, server.Issuer, made: 100, lasts: 160), Signer);
        Answers.AssertIssued(await SendAsync(server, server.Issuer, lasts: 840), Signer);
        Assert.Equal((ExitCodes.Ended, ""), await server.EndInputAsync());

        var usual = running.Process;
        Answers.AssertIssued(await SendAsync(usual, usual.Issuer), Signer);
        Answers.AssertRefused(await SendAsync(usual, usual.TokenEndpoint));
        Answers.AssertRefused(await SendAsync(usual, usual.Issuer, made: 100, lasts: 160));
        Answers.AssertRefused(await SendAsync(usual, usual.Issuer, lasts: 840));
    }

    [Fact]
    public async Task Keys_are_fetched_from_an_origin_that_was_named_and_no_other()
    {
        using var authority = LabAuthority.Create(TimeProvider.System);
        using var certificate = authority.Issue(CertificateProfile.LoopbackServer());
        await using var host = await JwksHost.StartAsync(certificate, TestContext.Current.CancellationToken);
        var keyFile = _folder.File("own-key.pem");
        await OpenSsl.MakeKeyAsync(keyFile, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        using var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(await OpenSsl.PublicKeyAsync(keyFile), out _);
        host.Publish(Jwk.FromPublicKey(publicKey) with { Kid = "own-key" });
        var clients = _folder.Write("clients.json", Clients(host.JwksUri));
        PemFile.WriteCertificates(_folder.File("ca.pem"), authority.Certificate);

        var refused = await CommandInProcess.RunAsync("--clients", clients);
        Assert.Equal(
            $"error: {clients}: Client 'own-app': expected no jwks_uri, found '{host.JwksUri}' (RFC 7591 §5). "
                + $"--jwks-uri-origin allows an origin.{Environment.NewLine}",
            refused.Error
        );

        await using var server = await StandaloneProcess.StartAsync(
            "--clients",
            clients,
            "--jwks-uri-origin",
            "https://keys.example",
            "--jwks-uri-origin",
            host.Origin,
            "--jwks-uri-ca",
            _folder.File("ca.pem")
        );
        var input = SigningInput.Of("""{"alg":"ES256","kid":"own-key"}""", "own-app", server.Issuer);
        var response = await Curl.RequestTokenAsync(
            server,
            SigningInput.Signed(input, await OpenSsl.SignEs256Async(keyFile, input))
        );

        Answers.AssertIssued(response, "own-app");
        Assert.Equal(1, host.Requests);
    }

    public void Dispose() => _folder.Dispose();

    private static string Clients(string jwksUri) =>
        JsonSerializer.Serialize(
            [
                new()
                {
                    ClientId = "own-app",
                    TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                    JwksUri = jwksUri,
                },
            ],
            ProtocolJson.Default.IReadOnlyListClientMetadata
        );

    private static async Task<CurlResponse> SendAsync(
        StandaloneProcess server,
        string audience,
        int made = 0,
        int lasts = 60
    )
    {
        var client = server.Client(Signer);
        var header = $$"""{"alg":"ES256","kid":"{{client.Text("kid")}}"}""";
        var input = SigningInput.Of(header, client.ClientId, audience, made, lasts);
        var signature = await OpenSsl.SignEs256Async(client.Text("private_key_file"), input);
        return await Curl.RequestTokenAsync(server, SigningInput.Signed(input, signature));
    }
}
