using NotebookEngine.Arguments;
using NotebookEngine.Learners;
using NotebookEngine.Reports;
using NotebookEngine.Running;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.CommandLine;

/// <summary><c>run</c>: reads the notebooks, runs them, writes the files asked for, and prints the summary.</summary>
internal sealed class RunCommand(NotebookRunner runner, Terminal terminal)
{
    /// <returns>The process's exit code.</returns>
    internal async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        ProgressPlace.SwitchOffUnlessChosen();
        try
        {
            var paths = new NotebookSelection(terminal.Folder).Resolve(settings.Names);
            var files = new ResultFiles(settings, terminal.Folder);
            files.CheckNames(paths);

            var run = new HeadlessRun(paths, settings.Solutions);
            var stored = new StoredOutputsCheck(settings.StoredOutputs, run.Notebooks);
            var results = await run.RunAsync(runner, terminal, settings.Options, cancellationToken);
            var written = await WriteAsync(async () =>
            {
                for (var index = 0; index < results.Count; index++)
                {
                    results[index] = await stored.ApplyAsync(results[index]);
                }

                files.Write(results);
            });
            await terminal.Out.WriteAsync(Summary.Of(results));
            return Math.Max(ExitCode.Of(results), written);
        }
        catch (UsageException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
    }

    // A result that cannot be written takes nothing from what has been found out.
    private async Task<int> WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            return ExitCode.AllPassed;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"results could not be written: {problem.Message}");
            return ExitCode.Usage;
        }
    }
}
