using System.Diagnostics;
using NotebookEngine.Arguments;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.CommandLine;

/// <summary>A command that is given in a folder that is no longer there.</summary>
public sealed class WorkingDirectoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_that_the_folder_is_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes no folder that a process works in.");
        var program = typeof(EngineCommand).Assembly.Location;
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$1\" run", host, program]
        )
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(WorkingDirectory.Gone, errors.Trim());
        Assert.Equal(ExitCode.Usage, process.ExitCode);
    }
}
