using System.CommandLine;
using NotebookEngine.Installation;
using NotebookEngine.Installation.Checks;

namespace NotebookEngine.CommandLine;

/// <summary><c>doctor</c>: what could keep notebooks from running here, one line each, and what to do about it.</summary>
internal sealed class DoctorCommand(Machine machine, TimeProvider clock, Terminal terminal)
{
    private readonly Option<bool> _json = new("--json") { Description = "Write the findings as JSON, for machines." };

    internal Command Command
    {
        get
        {
            var command = new Command("doctor", "Says what could keep notebooks from running here, and what to do.")
            {
                _json,
            };
            command.SetAction(RunAsync);
            return command;
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var problems = 0;
        var outcome = await InstallationOutcome.OfAsync(
            terminal,
            async () =>
            {
                var checks = new DoctorChecks(machine, EngineBuild.OfThisProcess(), terminal.Folder, clock);
                var report = Report.Of(await checks.RunAsync(cancellationToken));
                problems = report.Problems;
                await (parsed.GetValue(_json) ? terminal.Out.WriteLineAsync(report.ToJson()) : WriteAsync(report));
            }
        );
        return outcome == ExitCode.Done && problems > 0 ? ExitCode.NotDone : outcome;
    }

    private async Task WriteAsync(Report report)
    {
        foreach (var finding in report.Findings)
        {
            var gap = new string(' ', 9 - Word(finding.Level).Length);
            await WriteAsync($"{Coloured(finding.Level)}{gap}", finding.Subject, finding.Text);
            if (finding.Remedy is { } remedy)
            {
                await WriteAsync(new string(' ', 9), "remedy:", remedy);
            }
        }

        await terminal.Out.WriteLineAsync($"problems: {report.Problems}, warnings: {report.Warnings}");
    }

    private Task WriteAsync(string level, string subject, string text) =>
        terminal.Out.WriteLineAsync($"{level}{subject.PadRight(12)}  {text}");

    // ANSI: green, yellow, red. Only where the terminal understands it.
    private string Coloured(FindingLevel level) =>
        terminal.IsLive ? $"\e[{Colour(level)}m{Word(level)}\e[0m" : Word(level);

    private static int Colour(FindingLevel level) =>
        level switch
        {
            FindingLevel.Ok => 32,
            FindingLevel.Warning => 33,
            _ => 31,
        };

    private static string Word(FindingLevel level) =>
        level switch
        {
            FindingLevel.Ok => "ok",
            FindingLevel.Warning => "warning",
            _ => "problem",
        };
}
