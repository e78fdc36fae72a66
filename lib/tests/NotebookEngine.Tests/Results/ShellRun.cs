using System.Diagnostics;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.Results;

/// <summary>The built program as a shell starts it, with its redirections. Linux has the devices that such tests need.</summary>
internal static class ShellRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <param name="folder">Where the shell is.</param>
    /// <param name="script">For the shell: <c>"$0" "$1"</c> is the program.</param>
    /// <param name="tool">A program that the script needs beyond those of every Linux.</param>
    /// <param name="package">Debian's package with that program.</param>
    internal static async Task<(int ExitCode, List<string> Lines, string Errors)> InAsync(
        string folder,
        string script,
        string? tool = null,
        string package = ""
    )
    {
        using var process = Start(folder, script, tool, package);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)], await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts it; the caller reads what it writes.</summary>
    internal static Process Start(string folder, string script, string? tool = null, string package = "")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The script needs Linux.");
        if (tool is not null && !RequiredTools.IsThere(tool))
        {
            RequiredTools.Missing($"'{tool}' does not run on this machine. Debian has it as {package}.");
        }

        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, host, typeof(EngineCommand).Assembly.Location])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
