namespace NotebookEngine.Execution;

/// <summary>
/// Waits for a cell to end, and stops it when it is interrupted: on a thread of its own, for the cell may have filled the thread pool.
/// </summary>
internal sealed class CellInterruption(CellExecution cell, TimeProvider clock)
{
    // Long enough for an orderly end, short enough for a person who waits.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // What ends on one thread may have to be handed to another before it is known to have ended.
    private static readonly TimeSpan HandOver = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the cell has ended, or was interrupted and has stopped, or is given up.</summary>
    /// <param name="ended">The cell's end.</param>
    /// <returns>What is left of an interrupted cell; null where it ended without.</returns>
    internal async Task<InterruptedWork?> WaitAsync(Task ended)
    {
        var stopped = new TaskCompletionSource<InterruptedWork>();
        using (
            cell.Interrupted.Register(() =>
            {
                CurrentCell.Interrupt(cell.Threads);
                new Thread(() => stopped.SetResult(Stop(ended))) { IsBackground = true, Name = "interrupt" }.Start();
            })
        )
        {
            await Task.WhenAny(ended, stopped.Task);
        }

        return cell.Threads.IsInterrupted ? await stopped.Task : null;
    }

    private InterruptedWork Stop(Task ended)
    {
        var started = clock.GetTimestamp();
        while (!IsIdle(ended) && clock.GetElapsedTime(started) < Grace)
        {
            Thread.CurrentThread.Join(Pause);
            cell.Threads.InterruptWaits();
        }

        if (!cell.Threads.IsAtWork)
        {
            // On a busy machine a hand-over waits for its turn; what is handed over later comes behind it.
            Task.WaitAny([ended, Task.Run(() => { })], Grace);
            Task.WaitAny([ended], HandOver);
        }

        return (ended.IsCompleted, cell.Threads.IsAtWork) switch
        {
            (true, false) => cell.HasStarted ? InterruptedWork.Stopped : InterruptedWork.NeverStarted,
            (true, true) => InterruptedWork.LeftSomethingBusy,
            (false, true) => InterruptedWork.Busy,
            (false, false) => cell.HasStarted ? InterruptedWork.Awaiting : InterruptedWork.Compiling,
        };
    }

    private bool IsIdle(Task ended) => (ended.IsCompleted || cell.HasStarted) && !cell.Threads.IsAtWork;
}

/// <summary>What has become of a cell that was interrupted.</summary>
internal enum InterruptedWork
{
    /// <summary>It was not running yet.</summary>
    NeverStarted,

    /// <summary>It is still being compiled, and will not run.</summary>
    Compiling,

    /// <summary>Nothing of it runs any more.</summary>
    Stopped,

    /// <summary>It was waiting in an <c>await</c>, and will not go on.</summary>
    Awaiting,

    /// <summary>It is in a call that cannot be stopped.</summary>
    Busy,

    /// <summary>It has stopped, but something that it started is in a call that cannot be stopped.</summary>
    LeftSomethingBusy,
}
