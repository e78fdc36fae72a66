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
            // Other threads would be interrupted at their next wait, which may be in code that the interrupt breaks for good.
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

    /// <summary>
    /// Calls a function of the cell. What follows an <c>await</c> in it runs on the thread pool, unless the cell was interrupted meanwhile:
    /// then it never runs.
    /// </summary>
    internal T Call<T>(Func<T> function) => new Continuations(this).Call(function);

    // Waiting for the gate may be interrupted, too, and the callers cannot catch that.
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

    // A thread of the pool works for others next, and must not take the interrupt along.
    private static void DropInterrupt()
    {
        try
        {
            Thread.CurrentThread.Join(0);
        }
        catch (ThreadInterruptedException) { }
    }

    private sealed class Continuations(CellThreads threads) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            if (!threads.IsInterrupted)
            {
                base.Post(Continue, (d, state));
            }
        }

        public override SynchronizationContext CreateCopy() => this;

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
}
