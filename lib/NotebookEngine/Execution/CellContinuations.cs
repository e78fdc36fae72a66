namespace NotebookEngine.Execution;

/// <summary>
/// Runs what follows an <c>await</c> on the thread pool, as without it, unless the cell was interrupted meanwhile: then
/// it never runs.
/// </summary>
internal sealed class CellContinuations(CellThreads threads) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!threads.IsInterrupted)
        {
            base.Post(Continue, (d, state));
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Calls a function whose awaits go on here.</summary>
    internal T Call<T>(Func<T> function)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return function();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private void Continue(object? work)
    {
        var (callback, state) = ((SendOrPostCallback, object?))work!;
        if (!threads.IsInterrupted)
        {
            Call(() =>
            {
                callback(state);
                return 0;
            });
        }
    }
}
