using ClientAuth.MockServer.Standalone.Exits;
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

    // The system closes the pipe when the process at its other end is gone, whatever ended that.
    [Fact]
    public async Task Asked_for_it_it_ends_with_its_input_and_removes_manifest_and_keys()
    {
        await using var server = await StandaloneProcess.StartAsync("--end-with-input", "--manifest", ManifestPath);
        Assert.NotEmpty(Directory.GetFiles(server.RunFolder, "*.pem", SearchOption.AllDirectories));

        var (exitCode, errors) = await server.EndInputAsync();

        Assert.Equal(ExitCodes.Ended, exitCode);
        Assert.Empty(errors);
        Assert.False(Directory.Exists(server.RunFolder));
        Assert.False(File.Exists(ManifestPath));
    }

    [Fact]
    public async Task Keys_and_manifest_of_a_killed_run_go_when_the_next_begins_and_keys_of_a_living_one_stay()
    {
        await using var living = await StandaloneProcess.StartAsync();
        await using var killed = await StandaloneProcess.StartAsync("--manifest", ManifestPath);
        await killed.KillAsync();
        Assert.True(File.Exists(ManifestPath));

        await using var next = await StandaloneProcess.StartAsync("--manifest", ManifestPath);

        Assert.NotEqual(killed.RunFolder, next.RunFolder);
        Assert.Equal(ManifestPath, next.ManifestPath);
        // A lab of another test may have been faster and be at it still.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (Directory.Exists(killed.RunFolder) || File.Exists(killed.RunFolder + ".lock"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }

        Assert.True(File.Exists(living.CaCertificate));
        Assert.True(File.Exists(living.RunFolder + ".lock"));
    }

    // As on a file system that keeps none: nobody can tell whether the owner lives.
    [Fact]
    public async Task Keys_of_a_living_run_stay_where_a_process_has_no_locks()
    {
        await using var first = await StartAsync(locks: false);

        await using var second = await StartAsync(locks: true);
        Assert.True(File.Exists(first.CaCertificate));

        await using var third = await StartAsync(locks: false);
        Assert.True(File.Exists(first.CaCertificate));
        Assert.True(File.Exists(second.CaCertificate));
    }

    [Fact]
    public async Task What_somebody_else_has_put_in_place_of_the_manifest_stays()
    {
        await using var server = await StandaloneProcess.StartAsync("--end-with-input", "--manifest", ManifestPath);
        File.Move(ManifestPath, ManifestPath + ".moved");
        await File.WriteAllTextAsync(ManifestPath, "{}", TestContext.Current.CancellationToken);

        var (exitCode, errors) = await server.EndInputAsync();

        Assert.Equal((ExitCodes.Ended, ""), (exitCode, errors));
        Assert.Equal("{}", await File.ReadAllTextAsync(ManifestPath, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<StandaloneProcess> StartAsync(bool locks) =>
        StandaloneProcess.StartAsync(
            [],
            new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = locks ? "0" : "1" }
        );
}
