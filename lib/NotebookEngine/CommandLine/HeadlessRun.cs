using NotebookEngine.Notebooks;
using NotebookEngine.Progress;
using NotebookEngine.Running;

namespace NotebookEngine.CommandLine;

/// <summary>Notebooks that a command runs, with the progress on its terminal.</summary>
internal sealed class HeadlessRun
{
    private readonly IReadOnlyList<string> _paths;
    private readonly List<NotebookResult> _unreadable = [];
    private readonly List<Notebook> _notebooks = [];

    /// <summary>Reads the notebooks; an unreadable one becomes a result that says so.</summary>
    /// <param name="paths">Absolute.</param>
    /// <param name="solutions">Whether the solutions stand in place of the stubs.</param>
    internal HeadlessRun(IReadOnlyList<string> paths, bool solutions)
    {
        _paths = paths;
        foreach (var path in paths)
        {
            try
            {
                var notebook = Notebook.Read(path);
                _notebooks.Add(solutions ? SolutionFile.Apply(notebook) : notebook);
            }
            catch (UnreadableNotebookException problem)
            {
                _unreadable.Add(NotebookResult.Unreadable(problem));
            }
        }
    }

    /// <summary>Those that could be read.</summary>
    internal IReadOnlyList<Notebook> Notebooks => _notebooks;

    /// <returns>One result a path, in their order.</returns>
    internal async Task<List<NotebookResult>> RunAsync(
        NotebookRunner runner,
        Terminal terminal,
        RunOptions options,
        CancellationToken cancellationToken
    )
    {
        var executed = terminal.IsLive
            ? await LiveProgress.ShowAsync(
                terminal.Out,
                _notebooks,
                progress => runner.RunAllAsync(_notebooks, options, progress, cancellationToken)
            )
            : await runner.RunAllAsync(_notebooks, options, new PlainProgress(terminal.Out), cancellationToken);
        return
        [
            .. executed
                .Concat(_unreadable)
                .OrderBy(result => _paths.Index().First(entry => entry.Item == result.Path).Index),
        ];
    }
}
