using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>The end of a run: nothing that it made stays, unless it was killed.</summary>
public sealed class ShutdownTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string ManifestPath => _folder.File("manifest.json");

    [Theory]
    [InlineData(UnixSignal.Interrupt)]
    [InlineData(UnixSignal.Terminate)]
    public async Task Asked_to_end_it_removes_manifest_and_keys(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var server = await StandaloneProcess.StartAsync("--manifest", ManifestPath);
        Assert.NotEmpty(Directory.GetFiles(server.RunFolder, "*.pem", SearchOption.AllDirectories));

        var (exitCode, errors) = await server.EndAsync(signal);

        Assert.Equal(ExitCodes.Ended, exitCode);
        Assert.Empty(errors);
        Assert.False(Directory.Exists(server.RunFolder));
        Assert.False(File.Exists(ManifestPath));
    }

    [Fact]
    public async Task Manifest_of_a_killed_run_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var killed = await StandaloneProcess.StartAsync("--manifest", ManifestPath);
        await killed.EndAsync(UnixSignal.Kill);
        Assert.True(File.Exists(ManifestPath));

        await using var next = await StandaloneProcess.StartAsync("--manifest", ManifestPath);

        Assert.NotEqual(killed.RunFolder, next.RunFolder);
        Assert.Equal(ManifestPath, next.ManifestPath);
    }

    [Fact]
    public async Task Manifest_of_a_later_server_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var first = await StandaloneProcess.StartAsync("--manifest", ManifestPath);
        await using var later = await StandaloneProcess.StartAsync("--manifest", ManifestPath);

        await first.EndAsync(UnixSignal.Terminate);

        Assert.Contains(
            later.Issuer,
            await File.ReadAllTextAsync(ManifestPath, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Dispose();
}
