using System.Diagnostics;

namespace Lessons.Tests;

/// <summary>A program as a build server runs it: no terminal, its words collected.</summary>
internal sealed record ChildProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program on this machine.</exception>
    public static async Task<ChildProcess> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        params IReadOnlyList<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return await RunAsync(start);
    }

    /// <param name="start">Both of its outputs are redirected.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program on this machine.</exception>
    /// <exception cref="OperationCanceledException">It has not ended within five minutes, and is ended.</exception>
    public static async Task<ChildProcess> RunAsync(ProcessStartInfo start)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var process = Process.Start(start)!;
        // Both at once: a program that fills one pipe waits until somebody reads it.
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ChildProcess(process.ExitCode, await output, await errors);
    }
}
