using NotebookEngine.Arguments;
using NotebookEngine.Learners;
using NotebookEngine.Reports;
using NotebookEngine.Results;
using NotebookEngine.Running;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.CommandLine;

/// <summary>
/// <c>run</c>: reads the notebooks, runs them, writes the files asked for, and prints the summary. Cancelled, it does so with what had
/// ended by then.
/// </summary>
internal sealed class RunCommand(NotebookRunner runner, TimeProvider clock, Terminal terminal)
{
    /// <returns>The process's exit code.</returns>
    internal async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        ProgressPlace.SwitchOffUnlessChosen();
        try
        {
            var paths = new NotebookSelection(terminal.Folder).Resolve(settings.Names);
            var run = new HeadlessRun(paths, settings.Solutions);
            var files = new ResultFiles(settings, terminal.Folder, run.Notebooks);
            files.Check(paths);

            var stored = new StoredOutputsCheck(settings.StoredOutputs, run.Notebooks);
            var results = await run.RunAsync(runner, terminal, settings.Options, cancellationToken);
            var writer = new ResultWriter("results", terminal.Error, clock);
            for (var index = 0; index < results.Count; index++)
            {
                var result = results[index];
                await writer.AttemptAsync(
                    $"the stored outputs of {result.Name}",
                    async () => results[index] = await stored.ApplyAsync(result)
                );
            }

            await files.WriteAsync(results, writer, cancellationToken);
            await terminal.Out.WriteAsync(Summary.Of(results));
            return Math.Max(ExitCode.Of(results), writer.HasWrittenAll ? ExitCode.AllPassed : ExitCode.Unwritten);
        }
        catch (UsageException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
    }
}
