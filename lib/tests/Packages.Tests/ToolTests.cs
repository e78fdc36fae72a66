using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Packages.Tests.Processes;

namespace Packages.Tests;

/// <summary>The server alone and the tester, installed from the packed files as somebody does who has no checkout.</summary>
public sealed class ToolTests(PackedFiles packed)
{
    private const string Client = "mobile-app-secret-post";
    private const string Manifest = "server.json";

    [Fact]
    public async Task Server_alone_gives_a_token_and_the_tester_finds_that_it_holds()
    {
        using var folder = new EmptyFolder();
        var source = await packed.FolderAsync();
        var server = await InstallAsync(folder, source, "ClientAuth.Server", "client-auth-server");
        var tester = await InstallAsync(folder, source, "ClientAuth.Tester", "client-auth-tester");

        await using (var running = await RunningTool.StartAsync(folder.Path, server, Manifest))
        {
            Assert.Equal("Bearer", await TokenTypeAsync(running));
            await AskAsync(folder, tester, running);
            Assert.Equal((0, ""), await running.EndAsync());
        }

        Assert.Equal(
            ["report.json", "tools"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    private static async Task<string> InstallAsync(
        EmptyFolder folder,
        DirectoryInfo source,
        string package,
        string command
    )
    {
        var installed = await Commands.RunAsync(
            folder.Path,
            Commands.DotNet,
            [
                "tool",
                "install",
                package,
                "--version",
                Checkout.Version,
                "--tool-path",
                "tools",
                "--source",
                source.FullName,
            ]
        );
        Assert.Contains(command, installed.Succeeded().Output, StringComparison.Ordinal);
        return Path.Combine(folder.File("tools"), OperatingSystem.IsWindows() ? $"{command}.exe" : command);
    }

    // As a client of another project: the authority from its file, the secret from its file.
    private static async Task<string?> TokenTypeAsync(RunningTool server)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(server.CaCertificate);
        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        using var http = new HttpClient(handler);
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("client_id", Client),
            new("client_secret", server.SecretOf(Client)),
        ]);
        using var response = await http.PostAsync(server.TokenEndpoint, form, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(body).GetProperty("token_type").GetString();
    }

    private static async Task AskAsync(EmptyFolder folder, string tester, RunningTool server)
    {
        string[] arguments =
        [
            "--clients",
            Manifest,
            "--allow-origin",
            server.MtlsOrigin,
            "--only",
            "secret",
            "--rate",
            "1000",
        ];

        var dry = await Commands.RunAsync(folder.Path, tester, [.. arguments, "--dry-run"]);
        Assert.Contains(
            "Dry run: nothing but the metadata was asked for.",
            dry.Succeeded().Output,
            StringComparison.Ordinal
        );

        var run = await Commands.RunAsync(folder.Path, tester, [.. arguments, "--json", "report.json"]);
        run.Succeeded();
        var report = JsonElement.Parse(
            await File.ReadAllTextAsync(folder.File("report.json"), TestContext.Current.CancellationToken)
        );
        Assert.True(report.GetProperty("all_held").GetBoolean(), run.Output);
        Assert.Contains(
            report.GetProperty("cases").EnumerateArray(),
            one => one.GetProperty("method").GetString() == "client_secret_post"
        );
    }
}
