namespace NotebookEngine.Sessions;

/// <summary>Waits for a cell to end, and stops it when that is asked for: on a thread of its own, for the cell may have filled the thread pool.</summary>
internal sealed class CellInterruption(CellRun run, TimeProvider clock)
{
    // Long enough for an orderly end, short enough for a person who waits.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // What ends on one thread may have to be handed to another before it is known to have ended.
    private static readonly TimeSpan HandOver = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the cell has ended, or was interrupted and has stopped, or is given up.</summary>
    /// <param name="ended">The cell's end.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>What is left of an interrupted cell; null where it ended without.</returns>
    internal async Task<InterruptedWork?> WaitAsync(Task ended, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource<InterruptedWork>();
        using (
            cancellationToken.Register(() =>
            {
                Outputs.CurrentCell.Interrupt(run.Flow);
                new Thread(() => stopped.SetResult(Stop(ended))) { IsBackground = true, Name = "interrupt" }.Start();
            })
        )
        {
            await Task.WhenAny(ended, stopped.Task);
        }

        return run.Flow.IsInterrupted ? await stopped.Task : null;
    }

    private InterruptedWork Stop(Task ended)
    {
        var started = clock.GetTimestamp();
        while (!IsIdle(ended) && clock.GetElapsedTime(started) < Grace)
        {
            Thread.CurrentThread.Join(Pause);
            run.Flow.InterruptWaits();
        }

        if (!run.Flow.IsAtWork)
        {
            // On a busy machine a hand-over waits for its turn; what is handed over later comes behind it.
            Task.WaitAny([ended, Task.Run(() => { })], Grace);
            Task.WaitAny([ended], HandOver);
        }

        return (ended.IsCompleted, run.Flow.IsAtWork) switch
        {
            (true, false) => run.HasStarted ? InterruptedWork.Stopped : InterruptedWork.NeverStarted,
            (true, true) => InterruptedWork.LeftSomethingBusy,
            (false, true) => InterruptedWork.Busy,
            (false, false) => run.HasStarted ? InterruptedWork.Awaiting : InterruptedWork.Compiling,
        };
    }

    private bool IsIdle(Task ended) => (ended.IsCompleted || run.HasStarted) && !run.Flow.IsAtWork;
}
