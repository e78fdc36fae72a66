using System.Diagnostics;
using System.Runtime.CompilerServices;
using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>
/// The cell that the calling code belongs to. It flows with the work that a cell starts, so a task that outlives its cell still
/// writes to the cell that started it, and notebooks that run side by side never mix.
/// </summary>
internal static class CurrentCell
{
    // Console and .Display() are static, so is the way from them to the cell; the value itself belongs to each flow of work.
    private static readonly AsyncLocal<CellExecution?> Running = new(Moved);

    // Once set it stays. Until then a check, which stands in the innermost loop, costs no more than this.
    private static readonly StrongBox<bool> SomeCellWasInterrupted = new();

    /// <summary>Null where no cell is running.</summary>
    internal static CellExecution? Execution => Running.Value;

    /// <summary>Where output goes that is made now; null where no cell is running.</summary>
    /// <exception cref="CellInterruptedException">The cell was interrupted, and goes on all the same.</exception>
    internal static Action<CellOutput>? Output
    {
        get
        {
            var running = Running.Value;
            running?.Threads.CheckOutput();
            return running?.Output;
        }
    }

    /// <summary>Whether the running cell was interrupted; false where no cell is running.</summary>
    internal static bool IsInterrupted =>
        Volatile.Read(ref SomeCellWasInterrupted.Value) && Running.Value is { Threads.IsInterrupted: true };

    /// <summary>From here on, this flow of work and all that it starts belongs to <paramref name="cell"/>.</summary>
    internal static void Is(CellExecution cell) => Running.Value = cell;

    /// <summary>The calling thread belongs to no cell any more, and is not interrupted with one.</summary>
    internal static void Leave() => Running.Value = null;

    /// <summary>Fails the cell for an exception that would end the process.</summary>
    /// <returns>False where no cell is running.</returns>
    internal static bool Fail(Exception exception, StackTrace trace)
    {
        Running.Value?.Fail(exception, trace);
        return Running.Value is not null;
    }

    /// <summary>Lets the checks in the code of all cells ask whether their own cell was interrupted.</summary>
    internal static void Interrupt(CellThreads threads)
    {
        threads.Interrupt();
        Volatile.Write(ref SomeCellWasInterrupted.Value, true);
    }

    // Is called on each thread that comes to a cell's work or leaves it.
    private static void Moved(AsyncLocalValueChangedArgs<CellExecution?> change)
    {
        change.PreviousValue?.Threads.Leave();
        change.CurrentValue?.Threads.Enter();
    }
}
