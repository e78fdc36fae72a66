namespace NotebookEngine.Execution;

/// <summary>
/// The threads that work for one cell: its own, and those of all that it has started. They can be interrupted. Code looks at
/// <see cref="IsInterrupted"/>; a thread that waits is woken.
/// </summary>
internal sealed class CellThreads
{
    private const int MostOutputsAfterInterrupt = 20;

    private readonly Lock _gate = new();
    private readonly HashSet<Thread> _threads = [];
    private volatile bool _isInterrupted;
    private int _outputsAfterInterrupt;

    internal bool IsInterrupted => _isInterrupted;

    /// <summary>Whether a thread is at work for the cell now.</summary>
    internal bool IsAtWork
    {
        get
        {
            lock (_gate)
            {
                return _threads.Any(thread => thread.IsAlive);
            }
        }
    }

    /// <summary>
    /// Ends the code that puts something out, where the cell was interrupted: loops of a library have no checks of the engine's
    /// in them. What a <c>finally</c> block may want to say is let through.
    /// </summary>
    /// <exception cref="CellInterruptedException">Enough was said since.</exception>
    internal void CheckOutput()
    {
        if (_isInterrupted && Interlocked.Increment(ref _outputsAfterInterrupt) > MostOutputsAfterInterrupt)
        {
            throw new CellInterruptedException();
        }
    }

    internal void Interrupt() => _isInterrupted = true;

    /// <summary>Wakes the cell's threads that wait: for a lock, for time, for another thread or process.</summary>
    internal void InterruptWaits()
    {
        lock (_gate)
        {
            // Others would take the interrupt along to their next wait, which may lie in code that it breaks for good.
            foreach (var thread in _threads.Where(thread => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)))
            {
                thread.Interrupt();
            }
        }
    }

    /// <summary>The calling thread works for the cell from now on.</summary>
    internal void Enter() => Change(threads => threads.Add(Thread.CurrentThread));

    /// <summary>The calling thread works for the cell no more.</summary>
    internal void Leave()
    {
        Change(threads => threads.Remove(Thread.CurrentThread));
        if (_isInterrupted)
        {
            DropInterrupt();
        }
    }

    // To wait for the gate is to wait, and may be interrupted; nobody could catch that where this is called.
    private void Change(Action<HashSet<Thread>> change)
    {
        while (true)
        {
            try
            {
                lock (_gate)
                {
                    change(_threads);
                    return;
                }
            }
            catch (ThreadInterruptedException) { }
        }
    }

    // A thread of the pool goes on to the work of others.
    private static void DropInterrupt()
    {
        try
        {
            Thread.CurrentThread.Join(0);
        }
        catch (ThreadInterruptedException) { }
    }
}
