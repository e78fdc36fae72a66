using System.Runtime.InteropServices;
using System.Xml.Linq;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Results;

/// <summary>A signal ends a run in order: what had ended by then is reported and written.</summary>
public sealed class CancelledRunTests(Engine engine) : IDisposable
{
    private const int Interrupt = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData(1, 129)]
    [InlineData(Interrupt, 130)]
    [InlineData(15, 143)]
    public async Task A_signal_keeps_the_results_of_notebooks_that_have_ended(int signal, int code)
    {
        SkipUnlessAll(signal != Interrupt);
        var (exitCode, lines, errors) = await SignalledAsync(signal, "--junit results.xml --out out");

        Assert.Equal(code, exitCode);
        Assert.Equal("cancelled", errors.Trim());
        Assert.Equal(
            [
                "CANCELLED 01-endless: 1 of 3 cells had ended",
                "CANCELLED 02-never: 0 of 1 cells had ended",
                "1 passed, 2 failed",
            ],
            lines[^3..]
        );
        Assert.Equal(["1 0 0", "4 1 2", "2 1 1"], Suites("results.xml"));
        Assert.Equal(
            ["out/00-ended.ipynb", "out/01-endless.ipynb"],
            _checkout.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_pipe_that_nothing_reads_holds_up_neither_a_signal_nor_the_other_results()
    {
        SkipUnlessAll(true);
        Assert.Empty((await ShellRun.InAsync(_checkout.Folder.Path, "mkfifo pipe")).Errors);

        var (exitCode, lines, errors) = await SignalledAsync(15, "--summary pipe --junit results.xml");

        Assert.Equal(143, exitCode);
        Assert.Contains(
            $"results could not be written: --summary: nothing read '{_checkout.Folder.File("pipe")}' before the command was cancelled",
            errors.Split('\n')
        );
        Assert.Equal("1 passed, 2 failed", lines[^1]);
        Assert.Equal(["1 0 0", "4 1 2", "2 1 1"], Suites("results.xml"));
    }

    private static void SkipUnlessAll(bool isCostly) =>
        Assert.SkipWhen(isCostly && !RequiredTools.AllPromised, "It takes seconds of processor time; .ci/run does it.");

    // Sent while the second of three notebooks is in an endless cell.
    private async Task<(int ExitCode, List<string> Lines, string Errors)> SignalledAsync(int signal, string options)
    {
        _checkout.Lesson("00-ended", "1");
        _checkout.Folder.Write(
            "notebooks/01-endless.ipynb",
            new NotebookText()
                .Code("first", "1")
                .Code("endless", "await new TaskCompletionSource().Task;")
                .Code("last", "2")
                .ToString()
        );
        _checkout.Lesson("02-never", "1");
        using var process = ShellRun.Start(_checkout.Folder.Path, $"exec \"$0\" \"$1\" run --parallel 1 {options}");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            List<string> lines = [];
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                lines.Add(line);
                if (line == "01-endless  [2/3] endless")
                {
                    Assert.Equal(0, Send(process.Id, signal));
                }
            }

            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, lines, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private IEnumerable<string> Suites(string report) =>
        XDocument
            .Load(_checkout.Folder.File(report))
            .Root!.Elements("testsuite")
            .Select(suite =>
                $"{suite.Attribute("tests")!.Value} {suite.Attribute("errors")!.Value} {suite.Attribute("skipped")!.Value}"
            );

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int processId, int signal);
}
