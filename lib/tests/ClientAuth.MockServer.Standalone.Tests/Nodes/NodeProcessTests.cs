using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Two processes and a Redis are one issuer.</summary>
public sealed class NodeProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NodeClient _client = new();

    [Fact]
    public async Task Of_64_parallel_replays_over_two_processes_one_gets_a_token_and_an_outage_is_told_to_both_sides()
    {
        await using var redis = await RedisServer.StartLosslessAsync();
        await using var one = await StartAsync(redis);
        await using var other = await StartAsync(redis);
        Assert.Contains($"Shared with nodes at: Redis, 127.0.0.1:{redis.Port}", one.Announcement);
        Assert.Equal((NodeClient.Issuer, NodeClient.Issuer), (one.Issuer, other.Issuer));
        using var oneHttp = Http(one);
        using var otherHttp = Http(other);
        var request = _client.TokenRequest();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i =>
                    i % 2 == 0
                        ? NodeAnswer.PostAsync(oneHttp, one.TokenEndpoint, request)
                        : NodeAnswer.PostAsync(otherHttp, other.TokenEndpoint, request)
                )
        );

        var token = Assert.Single(answers, answer => answer.Status == 200).Text("access_token")!;
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertNotAuthenticated());
        // What one has signed and taken back, the other knows.
        Assert.Equal("True", await ActiveAsync(token));
        await NodeAnswer.PostAsync(oneHttp, Endpoint(one, "/revoke"), WithToken(token));
        Assert.Equal("False", await ActiveAsync(token));

        await redis.KillAsync();

        (await NodeAnswer.PostAsync(otherHttp, other.TokenEndpoint, request)).AssertUnavailable();
        var (exitCode, errors) = await other.EndInputAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains(
            $"refused: server.shared_state: expected a decision of what the nodes of this issuer share, got Redis at 127.0.0.1:{redis.Port} is not reachable. ",
            errors,
            StringComparison.Ordinal
        );

        async Task<string?> ActiveAsync(string token) =>
            (await NodeAnswer.PostAsync(otherHttp, Endpoint(other, "/introspect"), WithToken(token))).Text("active");
    }

    [Fact]
    public async Task A_node_that_cannot_start_says_why_and_leaves_no_key_that_it_made()
    {
        var port = FreePorts.Pair().First.ToString(CultureInfo.InvariantCulture);

        var result = await CommandInProcess.RunAsync([.. Arguments($"localhost:{port}")]);

        Assert.Equal(
            (
                1,
                $"error: --redis localhost:{port}: Redis at localhost:{port} is not reachable. Start it, or correct host and port.\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
        Assert.False(File.Exists(_folder.File("issuer.pem")));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:0")]
    [InlineData(":6379")]
    [InlineData("::1:6379")]
    [InlineData("[10.0.0.1]:6379")]
    [InlineData("redis://localhost:6379")]
    [InlineData("user:secret@localhost:6379")]
    [InlineData("localhost:6379/1")]
    public async Task A_wrong_address_is_refused(string address)
    {
        var result = await CommandInProcess.RunAsync([.. Arguments(address)]);

        Assert.Equal(
            (
                2,
                $"error: --redis is '{address}'; it takes HOST:PORT, such as localhost:6379 or [::1]:6379, without scheme, password and path. Try --help.\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
    }

    [Theory]
    [InlineData("http://as.example")]
    [InlineData("https://as.example/?tenant=1")]
    [InlineData("as.example")]
    public async Task A_wrong_issuer_is_refused(string issuer)
    {
        var result = await CommandInProcess.RunAsync("--issuer", issuer);

        Assert.Equal(
            (
                2,
                $"error: --issuer is '{issuer}'; it takes an https URL without query and fragment, such as https://as.example. Try --help.\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
    }

    [Fact]
    public async Task What_belongs_together_is_asked_for_together()
    {
        var alone = await CommandInProcess.RunAsync("--redis", "localhost:6379");
        Assert.Equal(
            (
                2,
                "error: --redis needs --issuer and --signing-key: the nodes of one issuer have one name and one key. Try --help.\n"
            ),
            (alone.ExitCode, alone.Error.ReplaceLineEndings("\n"))
        );

        var asItIs = await CommandInProcess.RunAsync("--redis-as-it-is");
        Assert.Equal(
            (2, "error: --redis-as-it-is needs --redis. Try --help.\n"),
            (asItIs.ExitCode, asItIs.Error.ReplaceLineEndings("\n"))
        );
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethods.ClientSecretPost, "give it a client_secret")]
    [InlineData(TokenEndpointAuthMethods.PrivateKeyJwt, "give it jwks or jwks_uri")]
    [InlineData(
        TokenEndpointAuthMethods.TlsClientAuth,
        "register it for self_signed_tls_client_auth, since each node has an authority of its own"
    )]
    public async Task A_client_without_a_credential_of_its_own_is_refused(string method, string advice)
    {
        await using var redis = await RedisServer.StartAsync();
        WriteClients(
            new ClientMetadata
            {
                ClientId = "lacking",
                TokenEndpointAuthMethod = method,
                TlsClientAuthSubjectDn = method == TokenEndpointAuthMethods.TlsClientAuth ? "CN=lacking" : null,
            }
        );

        var result = await CommandInProcess.RunAsync([.. Arguments($"127.0.0.1:{redis.Port}", writesClients: false)]);

        Assert.Equal(
            (
                2,
                $"error: {_folder.File("clients.json")}: client 'lacking' ({method}) brings no credential, and each node would make it "
                    + $"another one; with --redis, {advice}.\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
    }

    [Fact]
    public async Task A_file_that_holds_no_private_key_is_refused()
    {
        var file = _folder.Write("issuer.pem", "no key");

        var result = await CommandInProcess.RunAsync([.. Arguments("localhost:6379")]);

        Assert.Equal(
            (
                2,
                $"error: {file}: holds no private key of an elliptic curve in PEM without a password (-----BEGIN PRIVATE KEY-----).\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
    }

    [Theory]
    [InlineData("1.3.132.0.10")] // secp256k1
    [InlineData("1.3.132.0.34")] // P-384
    public async Task A_key_on_another_curve_is_refused(string curve)
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS() && curve is "1.3.132.0.10", "macOS has no secp256k1.");
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        var file = _folder.Write("issuer.pem", key.ExportPkcs8PrivateKeyPem());

        var result = await CommandInProcess.RunAsync([.. Arguments("localhost:6379")]);

        Assert.Equal(
            (
                2,
                $"error: {file}: holds a key on another curve than P-256, which ES256 needs. Name a file that is not there yet, for a new key.\n"
            ),
            (result.ExitCode, result.Error.ReplaceLineEndings("\n"))
        );
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    private Task<StandaloneProcess> StartAsync(RedisServer redis) =>
        StandaloneProcess.StartAsync([.. Arguments($"127.0.0.1:{redis.Port}"), "--end-with-input"]);

    private List<string> Arguments(string redis, bool writesClients = true)
    {
        if (writesClients)
        {
            WriteClients(_client.Registration);
        }

        return
        [
            "--issuer",
            NodeClient.Issuer,
            "--signing-key",
            _folder.File("issuer.pem"),
            "--redis",
            redis,
            "--clients",
            _folder.File("clients.json"),
        ];
    }

    private void WriteClients(params ClientMetadata[] clients) =>
        _folder.Write(
            "clients.json",
            JsonSerializer.Serialize<IReadOnlyList<ClientMetadata>>(
                clients,
                ProtocolJson.Default.IReadOnlyListClientMetadata
            )
        );

    private Dictionary<string, string> WithToken(string token) => new(_client.Assertion()) { ["token"] = token };

    private static string Endpoint(StandaloneProcess node, string path) =>
        new Uri(new Uri(node.TokenEndpoint), path).AbsoluteUri;

    private static HttpClient Http(StandaloneProcess node) =>
        NodeClient.Http(X509CertificateLoader.LoadCertificateFromFile(node.CaCertificate));
}
