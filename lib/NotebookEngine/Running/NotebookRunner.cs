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
    /// <summary>
    /// Runs one notebook. What its cells do wrong is part of the result and never thrown. Cancelled, it has a result, too: with the
    /// cells that had ended; the running cell is abandoned.
    /// </summary>
    public async Task<NotebookResult> RunAsync(
        Notebook notebook,
        RunOptions options,
        IProgress<RunEvent>? progress,
        CancellationToken cancellationToken
    )
    {
        if (await TurnAsync(notebook, cancellationToken) is not { } turn)
        {
            return NotebookResult.NotStarted(notebook);
        }

        using var _ = turn;
        using var session = sessions.Open(notebook.Folder);
        progress?.Report(new RunEvent.NotebookStarted(notebook));
        var run = new NotebookRun(notebook, session, options, progress, clock);
        var result = await run.ExecuteAsync(cancellationToken);
        progress?.Report(new RunEvent.NotebookFinished(result));
        return result;
    }

    /// <summary>Runs several notebooks at once, as many as the options allow.</summary>
    /// <returns>One result per notebook, in the order given; cancelled, also of those that had not begun.</returns>
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
            try
            {
                await places.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return NotebookResult.NotStarted(notebook);
            }

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

    private async Task<IDisposable?> TurnAsync(Notebook notebook, CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.WorkingDirectory.EnterAsync(notebook.Folder, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
