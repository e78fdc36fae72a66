using NotebookEngine.Notebooks;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>
/// Runs notebooks, each in a session of its own. Any number of threads may use it.
/// </summary>
/// <param name="sessions">Opens a session for each notebook.</param>
/// <param name="clock">Measures durations and time limits.</param>
public sealed class NotebookRunner(SessionFactory sessions, TimeProvider clock)
{
    /// <summary>Runs one notebook. What its cells do wrong is part of the result and never thrown.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the running cell is abandoned.</exception>
    public async Task<NotebookResult> RunAsync(
        Notebook notebook,
        RunOptions options,
        IProgress<RunEvent>? progress,
        CancellationToken cancellationToken
    )
    {
        using var turn = await sessions.WorkingDirectory.EnterAsync(notebook.Folder, cancellationToken);
        using var session = sessions.Open(notebook.Folder);
        progress?.Report(new RunEvent.NotebookStarted(notebook));
        var run = new NotebookRun(notebook, session, options, progress, clock);
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
}
