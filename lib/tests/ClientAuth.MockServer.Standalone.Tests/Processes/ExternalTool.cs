using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>Runs a program of the machine to its end. A missing one ends the test.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <param name="name">Found on the path.</param>
    /// <param name="arguments">Passed as they are, without a shell.</param>
    /// <param name="input">For its standard input.</param>
    /// <param name="endInput">False for a program that would leave at the end of its input, and is to leave by itself.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<ToolResult> RunAsync(
        string name,
        IEnumerable<string> arguments,
        string input = "",
        bool endInput = true,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(name, arguments, environment);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            if (endInput)
            {
                process.StandardInput.Close();
            }
            else
            {
                await process.StandardInput.FlushAsync(limit.Token);
            }

            await reading;
            await process.WaitForExitAsync(limit.Token);
            return new ToolResult(process.ExitCode, output.ToArray(), await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    public static Process Start(
        string name,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (variable, value) in environment ?? ReadOnlyDictionary<string, string>.Empty)
        {
            start.Environment[variable] = value;
        }

        return RequiredTools.Start(start, package: Path.GetFileName(name));
    }
}
