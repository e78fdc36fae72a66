namespace NotebookEngine.Kernel.Cells;

/// <summary>
/// Slows down a cell that puts out faster than a front end reads: its output would pile up in memory, and still come long after an
/// interrupt.
/// </summary>
/// <param name="most">How much may pass within a window.</param>
/// <param name="window">How long a window is.</param>
/// <param name="clock">Measures it.</param>
internal sealed class OutputThrottle(int most, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long _started;
    private long _passed;

    /// <summary>Returns when so much more may pass; an interrupt of the thread ends the wait.</summary>
    internal void Wait(long amount)
    {
        // Every thread asks again: many may have waited for the same window.
        while (Rest(Math.Min(amount, most)) is { } rest)
        {
            // On the thread itself: a timer would need one of the pool to end the wait, and a cell may have all of those waiting here.
            // Then nothing could be sent or received any more, not even an interrupt.
            Thread.CurrentThread.Join(rest);
        }
    }

    // How long to wait before asking again; null where it may pass.
    private TimeSpan? Rest(long amount)
    {
        lock (_gate)
        {
            var elapsed = clock.GetElapsedTime(_started);
            if (elapsed >= window)
            {
                _started = clock.GetTimestamp();
                _passed = 0;
            }

            if (_passed > 0 && _passed + amount > most)
            {
                return window - elapsed;
            }

            _passed += amount;
            return null;
        }
    }
}
