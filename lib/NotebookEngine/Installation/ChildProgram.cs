using System.Collections.Concurrent;
using System.Diagnostics;

namespace NotebookEngine.Installation;

/// <summary>Another program, run to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote to its output alone: a program's answer, without its warnings.</param>
/// <param name="Lines">What it wrote, to whichever stream, in the order in which it came.</param>
internal sealed record ChildProgram(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Lines)
{
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program on this machine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program and all that it started is ended.</exception>
    internal static async Task<ChildProgram> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // Within 'dotnet run' or 'dotnet test' these name the SDK of that command, and not of the one that is started here.
        foreach (var name in start.Environment.Keys.Where(IsOfRunningBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = new Process { StartInfo = start };
        var output = new ConcurrentQueue<string>();
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            Add(output, line.Data);
            Add(lines, line.Data);
        };
        process.ErrorDataReceived += (_, line) => Add(lines, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        return new ChildProgram(process.ExitCode, [.. output], [.. lines]);
    }

    private static void Add(ConcurrentQueue<string> lines, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            lines.Enqueue(line);
        }
    }

    private static bool IsOfRunningBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
