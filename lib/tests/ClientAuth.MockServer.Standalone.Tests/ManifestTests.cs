using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>What the manifest says, and what neither it nor the printed summary gives away.</summary>
public sealed class ManifestTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public async Task Endpoints_are_those_that_the_server_publishes()
    {
        var metadata = _server.Manifest.GetProperty("metadata").GetString()!;
        Assert.Equal($"{_server.Issuer}/.well-known/oauth-authorization-server", metadata);

        var published = CurlResponse.Parse((await Curl.RunAsync(_server, metadata)).Succeeded()).Json;

        Assert.Equal(_server.Issuer, published.GetProperty("issuer").GetString());
        Assert.Equal(_server.TokenEndpoint, published.GetProperty("token_endpoint").GetString());
        Assert.Equal(
            _server.Manifest.GetProperty("jwks_uri").GetString(),
            published.GetProperty("jwks_uri").GetString()
        );
        Assert.Equal(
            _server.Manifest.GetProperty("registration_endpoint").GetString(),
            published.GetProperty("registration_endpoint").GetString()
        );
        Assert.Equal(
            _server.MtlsTokenEndpoint,
            published.GetProperty("mtls_endpoint_aliases").GetProperty("token_endpoint").GetString()
        );
    }

    [Theory]
    [InlineData("mobile-app", "none")]
    [InlineData("mobile-app-secret", "client_secret_basic", "client_secret_file")]
    [InlineData("mobile-app-secret-post", "client_secret_post", "client_secret_file")]
    [InlineData("mobile-app-jwt-symmetric", "client_secret_jwt", "client_secret_file")]
    [InlineData("mobile-app-jwt-asymmetric", "private_key_jwt", "private_key_file")]
    [InlineData(
        "mobile-app-mtls",
        "tls_client_auth",
        "certificate_file",
        "certificate_key_file",
        "pkcs12_file",
        "pkcs12_passphrase_file"
    )]
    [InlineData(
        "mobile-app-mtls-self-signed",
        "self_signed_tls_client_auth",
        "certificate_file",
        "certificate_key_file",
        "pkcs12_file",
        "pkcs12_passphrase_file"
    )]
    public void Client_has_the_files_of_its_method_and_no_other(string clientId, string method, params string[] files)
    {
        var client = _server.Client(clientId);

        Assert.Equal(method, client.Text("token_endpoint_auth_method"));
        Assert.StartsWith("read write", client.Text("scope"), StringComparison.Ordinal);
        Assert.Equal(files, client.Members.Where(member => member.EndsWith("_file", StringComparison.Ordinal)));
        Assert.All(files, file => Assert.True(Path.IsPathFullyQualified(client.Text(file))));
    }

    [Theory]
    [InlineData("mobile-app-device-secret", "client_secret_basic", "mobile-app-secret")]
    [InlineData("mobile-app-device-key", "private_key_jwt", "mobile-app-jwt-asymmetric")]
    [InlineData("mobile-app-device-certificate", "self_signed_tls_client_auth", "mobile-app-mtls")]
    [InlineData("mobile-app-device-key-by-secret", "private_key_jwt", "mobile-app-secret")]
    [InlineData("mobile-app-device-key-by-mtls", "private_key_jwt", "mobile-app-mtls")]
    public void Template_names_the_client_that_opens_it_and_may_ask_for_that(string id, string method, string opener)
    {
        var template = _server
            .Manifest.GetProperty("templates")
            .EnumerateArray()
            .Single(one => one.GetProperty("software_id").GetString() == id);

        Assert.Equal(method, template.GetProperty("token_endpoint_auth_method").GetString());
        Assert.Equal(opener, template.GetProperty("authenticate_client_by").GetString());
        Assert.Equal("read write dcr", _server.Client(opener).Text("scope"));
    }

    [Fact]
    public void Neither_manifest_nor_summary_holds_a_secret()
    {
        var shown = File.ReadAllText(_server.ManifestPath) + string.Join('\n', _server.Announcement);
        var secrets = Directory.GetFiles(_server.RunFolder, "*.txt", SearchOption.AllDirectories);

        Assert.Equal(6, secrets.Length);
        Assert.All(secrets, file => Assert.DoesNotContain(File.ReadAllText(file), shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_for_a_port_the_server_listens_there_and_without_a_place_the_manifest_is_in_the_folder_of_the_run()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        probe.Stop();

        await using var server = await StandaloneProcess.StartAsync("--port", port);

        Assert.Equal($"https://localhost:{port}", server.Issuer);
        Assert.Equal(Path.Combine(server.RunFolder, "manifest.json"), server.ManifestPath);
    }
}
