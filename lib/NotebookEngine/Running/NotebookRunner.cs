using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>
/// Runs notebooks, each in a session of its own. It takes over what a process has only one of, the console's writers and
/// the working directory, so a process has one runner, which any number of threads may use.
/// </summary>
public sealed class NotebookRunner : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CellReferences _references = CellReferences.OfThisProcess();
    private readonly CellAssemblies _cells = new();
    private readonly FolderTurns _folders = new();
    private readonly ConsoleRouting _console;

    /// <param name="clock">Measures durations and time limits.</param>
    public NotebookRunner(TimeProvider clock)
    {
        _clock = clock;
        _console = new ConsoleRouting(_cells);
    }

    /// <summary>Runs one notebook. What its cells do wrong is part of the result and never thrown.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the running cell is abandoned.</exception>
    public async Task<NotebookResult> RunAsync(
        Notebook notebook,
        RunOptions options,
        IProgress<RunEvent>? progress,
        CancellationToken cancellationToken
    )
    {
        using var turn = await _folders.EnterAsync(notebook.Folder, cancellationToken);
        using var session = new NotebookSession(notebook.Folder, _references, _cells, _clock);
        progress?.Report(new RunEvent.NotebookStarted(notebook));
        var run = new NotebookRun(notebook, session, options, progress, _clock);
        var result = await run.ExecuteAsync(cancellationToken);
        progress?.Report(new RunEvent.NotebookFinished(result));
        return result;
    }

    /// <summary>Runs several notebooks at once, as many as the options allow.</summary>
    /// <returns>One result per notebook, in the order given.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the running cells are abandoned.</exception>
    public async Task<IReadOnlyList<NotebookResult>> RunAllAsync(
        IReadOnlyList<Notebook> notebooks,
        RunOptions options,
        IProgress<RunEvent>? progress,
        CancellationToken cancellationToken
    )
    {
        using var places = new SemaphoreSlim(options.Parallel);
        return await Task.WhenAll(notebooks.Select(RunInTurnAsync));

        async Task<NotebookResult> RunInTurnAsync(Notebook notebook)
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                return await RunAsync(notebook, options, progress, cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>Gives the console's writers back.</summary>
    public void Dispose() => _console.Dispose();
}
