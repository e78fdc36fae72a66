using System.Globalization;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Where the server is, can be chosen: ports, the name that it publishes, and the folder of its keys.</summary>
public sealed class AddressTests : IDisposable
{
    private const string Emulator = "10.0.2.2";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Started_again_it_is_on_the_same_two_ports()
    {
        var (port, mtlsPort) = FreePorts.Pair();
        for (var start = 1; start <= 2; start++)
        {
            await using var server = await StandaloneProcess.StartAsync(
                "--end-with-input",
                "--port",
                port.ToString(CultureInfo.InvariantCulture),
                "--mtls-port",
                mtlsPort.ToString(CultureInfo.InvariantCulture)
            );

            Assert.Equal($"https://localhost:{port}", server.Issuer);
            Assert.Equal($"https://localhost:{mtlsPort}/token", server.MtlsTokenEndpoint);
            // A connection that the first server has ended is what its port could be held by.
            var client = server.Client("mobile-app-mtls");
            var response = await Curl.RequestTokenAsync(
                server,
                server.MtlsTokenEndpoint,
                ("data", "client_id=mobile-app-mtls"),
                ("cert", client.Text("certificate_file")),
                ("key", client.Text("certificate_key_file"))
            );
            Answers.AssertIssuedAndBound(response, client);
            await server.EndInputAsync();
        }
    }

    // What an app in the Android emulator does: 10.0.2.2 leads it to this machine's loopback.
    [Fact]
    public async Task Client_that_knows_the_server_by_another_name_finds_that_name_everywhere()
    {
        await using var server = await StandaloneProcess.StartAsync("--host", Emulator);
        var address = new Uri(server.Issuer);
        Assert.Equal($"https://{Emulator}:{address.Port}", server.Issuer);

        // The issuer of the metadata is the one that the client asked at (RFC 8414 §3.3).
        var metadata = CurlResponse.Parse(
            (
                await Curl.RunAsync(
                    server,
                    server.Issuer + "/.well-known/openid-configuration",
                    ("connect-to", $"::localhost:{address.Port}")
                )
            ).Succeeded()
        );
        Assert.Equal(server.Issuer, metadata.Json.GetProperty("issuer").GetString());
        var client = server.Client("mobile-app-jwt-symmetric");
        var input = SigningInput.Of("""{"alg":"HS256"}""", client.ClientId, server.Issuer);
        var response = await Curl.RequestTokenAsync(
            server,
            metadata.Json.GetProperty("token_endpoint").GetString()!,
            [
                ("connect-to", $"::localhost:{address.Port}"),
                .. SigningInput.Signed(
                    input,
                    await OpenSsl.HmacSha256Async(client.Content("client_secret_file"), input)
                ),
            ]
        );

        Answers.AssertIssued(response, client.ClientId);
    }

    [Fact]
    public async Task Keys_are_in_the_folder_of_the_option_or_else_of_the_environment()
    {
        var environment = new Dictionary<string, string> { ["CLIENT_AUTH_KEYS"] = _folder.File("of-environment") };
        await using var byEnvironment = await StandaloneProcess.StartAsync(["--end-with-input"], environment);
        await using var byOption = await StandaloneProcess.StartAsync(
            ["--end-with-input", "--keys", _folder.File("of-option")],
            environment
        );

        Assert.Equal(_folder.File("of-environment"), Path.GetDirectoryName(byEnvironment.RunFolder));
        Assert.Equal(_folder.File("of-option"), Path.GetDirectoryName(byOption.RunFolder));
        Assert.StartsWith(byOption.RunFolder, byOption.ManifestPath, StringComparison.Ordinal);
        await byEnvironment.EndInputAsync();
        await byOption.EndInputAsync();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("of-environment")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("of-option")));
    }

    [Fact]
    public async Task Folder_for_keys_that_cannot_be_made_is_named()
    {
        var file = _folder.Write("file", "");

        var result = await CommandInProcess.RunAsync("--keys", file);

        Assert.StartsWith(
            $"error: No folder for keys and secrets can be made in '{file}': ",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    // RFC 8414 §5.
    public void Dispose() => _folder.Dispose();
}
