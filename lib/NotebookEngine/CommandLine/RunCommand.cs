using NotebookEngine.Learners;
using NotebookEngine.Notebooks;
using NotebookEngine.Progress;
using NotebookEngine.Reports;
using NotebookEngine.Running;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.CommandLine;

/// <summary>Reads the notebooks, runs them, writes what was asked for, and says how it went.</summary>
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

            var unreadable = new List<NotebookResult>();
            var notebooks = Read(paths, settings.Solutions, unreadable);
            var stored = new StoredOutputsCheck(settings.StoredOutputs, notebooks);
            var executed = await RunAsync(notebooks, settings.Options, cancellationToken);
            List<NotebookResult> results =
            [
                .. executed
                    .Concat(unreadable)
                    .OrderBy(result => paths.Index().First(entry => entry.Item == result.Path).Index),
            ];
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

    private static List<Notebook> Read(IReadOnlyList<string> paths, bool solutions, List<NotebookResult> unreadable)
    {
        var notebooks = new List<Notebook>();
        foreach (var path in paths)
        {
            try
            {
                var notebook = Notebook.Read(path);
                notebooks.Add(solutions ? SolutionFile.Apply(notebook) : notebook);
            }
            catch (UnreadableNotebookException problem)
            {
                unreadable.Add(NotebookResult.Unreadable(problem));
            }
        }

        return notebooks;
    }

    private Task<IReadOnlyList<NotebookResult>> RunAsync(
        IReadOnlyList<Notebook> notebooks,
        RunOptions options,
        CancellationToken cancellationToken
    ) =>
        terminal.IsLive
            ? LiveProgress.ShowAsync(
                terminal.Out,
                notebooks,
                progress => runner.RunAllAsync(notebooks, options, progress, cancellationToken)
            )
            : runner.RunAllAsync(notebooks, options, new PlainProgress(terminal.Out), cancellationToken);
}
