using System.Diagnostics;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.CommandLine;

/// <summary>The built program as a child process, for what only a process of its own can show.</summary>
internal static class EngineProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    internal static Task<(int ExitCode, List<string> Lines, string Errors)> RunAsync(
        string folder,
        params string[] arguments
    ) => RunAsync(folder, arguments, new Dictionary<string, string?>());

    /// <param name="folder">Where it is started.</param>
    /// <param name="arguments">What is said behind its name.</param>
    /// <param name="environment">Variables that are other than here; null for one that is not set.</param>
    internal static async Task<(int ExitCode, List<string> Lines, string Errors)> RunAsync(
        string folder,
        string[] arguments,
        IReadOnlyDictionary<string, string?> environment
    )
    {
        var program = typeof(EngineCommand).Assembly.Location;
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteLineAsync("a line that is not the cell's");
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)], await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
