using System.Diagnostics;

namespace Lessons.Tests;

/// <summary>A program as a build server runs it: no terminal, its words collected.</summary>
internal sealed record ChildProcess(int ExitCode, string Output, string Errors)
{
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

        using var process = Process.Start(start)!;
        // Both at once: a program that fills one pipe waits until somebody reads it.
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ChildProcess(process.ExitCode, await output, await errors);
    }
}
