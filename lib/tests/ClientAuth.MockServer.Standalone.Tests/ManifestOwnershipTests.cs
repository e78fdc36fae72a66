using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Manifests;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>A start touches no manifest but that of a run that is certainly over, and that only once its own server listens.</summary>
public sealed class ManifestOwnershipTests(RunningServer running) : IDisposable
{
    private readonly StandaloneProcess _server = running.Process;
    private readonly TemporaryFolder _folder = new();

    private string ManifestPath => _folder.File("manifest.json");

    [Fact]
    public async Task Manifest_of_a_server_that_runs_is_refused_and_stays_as_it_is()
    {
        var before = await File.ReadAllBytesAsync(_server.ManifestPath, TestContext.Current.CancellationToken);

        AssertBelongs(_server.ManifestPath, await CommandInProcess.RunAsync("--manifest", _server.ManifestPath));

        Assert.Equal(before, await File.ReadAllBytesAsync(_server.ManifestPath, TestContext.Current.CancellationToken));
        Assert.Equal([_server.ManifestPath], Directory.GetFiles(Path.GetDirectoryName(_server.ManifestPath)!));
    }

    [Fact]
    public async Task Start_that_fails_leaves_the_manifest_of_a_killed_run_and_one_that_succeeds_replaces_it()
    {
        var keys = _folder.File("keys");
        await using var killed = await StandaloneProcess.StartAsync("--manifest", ManifestPath, "--keys", keys);
        await killed.KillAsync();
        var stale = await File.ReadAllBytesAsync(ManifestPath, TestContext.Current.CancellationToken);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var failed = await CommandInProcess.RunAsync("--manifest", ManifestPath, "--keys", keys, "--port", port);

        Assert.Equal(ExitCodes.CouldNotStart, failed.ExitCode);
        Assert.Equal(stale, await File.ReadAllBytesAsync(ManifestPath, TestContext.Current.CancellationToken));

        await using var next = await StandaloneProcess.StartAsync("--manifest", ManifestPath, "--keys", keys);

        Assert.NotEqual(killed.Issuer, next.Issuer);
        Assert.Equal([ManifestPath], Directory.GetFiles(_folder.Path));
    }

    // The folder of the keys is on another disk, has no lock file, or is no such folder: nobody can tell whether the owner lives.
    [Theory]
    [InlineData("missing/server-0123456789abcdef/ca.pem")]
    [InlineData("ca.pem")]
    [InlineData("")]
    public async Task Manifest_whose_server_may_run_is_refused(string authority)
    {
        var manifest = JsonNode.Parse(
            await File.ReadAllBytesAsync(_server.ManifestPath, TestContext.Current.CancellationToken)
        )!;
        manifest["ca_certificate"] = authority.Length == 0 ? authority : _folder.File(authority);
        _folder.Write("manifest.json", manifest.ToJsonString());

        AssertBelongs(ManifestPath, await CommandInProcess.RunAsync("--manifest", ManifestPath));

        Assert.Equal(
            manifest.ToJsonString(),
            await File.ReadAllTextAsync(ManifestPath, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Of_two_servers_that_find_the_manifest_of_a_killed_run_one_gets_its_place()
    {
        var manifest = JsonSerializer.Deserialize(
            await File.ReadAllBytesAsync(_server.ManifestPath, TestContext.Current.CancellationToken),
            ManifestJson.Default.Manifest
        )!;
        var stale = manifest with { CaCertificate = _folder.File("server-0123456789abcdef/ca.pem") };
        _folder.Write("manifest.json", JsonSerializer.Serialize(stale, ManifestJson.Default.Manifest));
        var places = new List<ManifestPlace>();
        for (var server = 1; server <= 2; server++)
        {
            places.Add(
                await ManifestPlace.CheckAsync(ManifestPath, TimeProvider.System, TestContext.Current.CancellationToken)
            );
        }

        using var first = ManifestFile.Write(places[0], manifest);
        var written = await File.ReadAllBytesAsync(ManifestPath, TestContext.Current.CancellationToken);
        var failure = Assert.Throws<StartFailure>(() => ManifestFile.Write(places[1], stale));

        Assert.Equal(
            $"The manifest '{ManifestPath}' has just been written by another program; name another one.",
            failure.Message
        );
        Assert.Equal(written, await File.ReadAllBytesAsync(ManifestPath, TestContext.Current.CancellationToken));
        Assert.Equal([ManifestPath], Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertBelongs(string path, ToolResult result)
    {
        Assert.Equal(
            $"error: The manifest '{path}' belongs to the server {_server.Issuer}, which may still be running; "
                + $"name another one, or end that server and remove the file.{Environment.NewLine}",
            result.Error
        );
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Text);
    }
}
