using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>A clients file that is wrong is named with the place and the field.</summary>
public sealed class ClientsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Missing_file_is_named()
    {
        var path = _folder.File("clients.json");

        await AssertRefusedAsync(path, $"The clients file '{path}' does not exist.");
    }

    [Fact]
    public async Task Folder_is_no_file() =>
        await AssertRefusedAsync(_folder.Path, $"The clients file '{_folder.Path}' is a folder; name a file.");

    [Theory]
    [InlineData(
        "no json",
        "line 1, at $: 'no json' is an invalid JSON literal. Expected the literal 'null'. The file holds an array of client registrations, [ { … } ]."
    )]
    [InlineData("null", "holds null; write an array of client registrations.")]
    [InlineData(
        """{"clients":[]}""",
        "line 1, at $: it must be a list, [ … ]. The file holds an array of client registrations, [ { … } ]."
    )]
    [InlineData("[null]", "client [0] is null; write an object with a client_id.")]
    [InlineData(
        """[{"client_id":"app","token_endpoint_auth_method":"client_secret_digest"}]""",
        "client [0] 'app': token_endpoint_auth_method 'client_secret_digest' is unknown; use one of none, client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth, self_signed_tls_client_auth."
    )]
    [InlineData(
        """[{"client_id":"app"},{"client_id":"app"}]""",
        "client [1] 'app': client_id is taken by client [0]; use each one once."
    )]
    [InlineData(
        """[{"client_id":"app","token_endpoint_auth_method":"client_secret_jwt","token_endpoint_auth_signing_alg":"HS256","client_secret":"short"}]""",
        "Client 'app': client_secret must have at least 32 bytes for HS256 (RFC 7518 §3.2)."
    )]
    public async Task Wrong_content_is_named(string content, string problem)
    {
        var path = _folder.Write("clients.json", content);

        await AssertRefusedAsync(path, $"{path}: {problem}");
    }

    [Fact]
    public async Task Name_that_no_certificate_can_hold_is_refused()
    {
        var path = _folder.Write(
            "clients.json",
            """[{"client_id":"app","token_endpoint_auth_method":"tls_client_auth","tls_client_auth_san_dns":"two..dots"}]"""
        );

        var result = await CommandInProcess.RunAsync("--clients", path);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith(
            $"error: {path}: client 'app': no credential can be made for it: ",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AssertRefusedAsync(string path, string message)
    {
        var result = await CommandInProcess.RunAsync("--clients", path);

        Assert.Equal($"error: {message}{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Text);
    }
}
