using System.Diagnostics;
using System.Runtime.CompilerServices;
using NotebookEngine.Sessions;

namespace NotebookEngine.Outputs;

/// <summary>
/// The cell that code belongs to. It flows with the work that a cell starts, so a task that outlives its cell still
/// writes to the cell that started it, and notebooks that run side by side never mix.
/// </summary>
internal static class CurrentCell
{
    // Console and .Display() are static, so is the way from them to the cell; the value itself belongs to each flow of work.
    private static readonly AsyncLocal<RunningCell?> Running = new(Moved);

    // Once set it stays. Until then a check, which stands in the innermost loop, costs no more than this.
    private static readonly StrongBox<bool> SomeCellWasInterrupted = new();

    /// <summary>Where output goes that is made now; null where no cell is running.</summary>
    /// <exception cref="CellInterruptedException">The cell was interrupted, and goes on all the same.</exception>
    internal static Action<CellOutput>? Output
    {
        get
        {
            Running.Value?.Flow.CheckOutput();
            return Running.Value?.Host.Output;
        }
    }

    /// <summary>Who executes the running cell; null where no cell is running.</summary>
    internal static CellHost? Host => Running.Value?.Host;

    /// <summary>Whether the running cell was interrupted; false where no cell is running.</summary>
    internal static bool IsInterrupted =>
        Volatile.Read(ref SomeCellWasInterrupted.Value) && Running.Value is { Flow.IsInterrupted: true };

    /// <summary>From here on, this flow of work and all that it starts belongs to <paramref name="cell"/>.</summary>
    internal static void Is(RunningCell cell) => Running.Value = cell;

    /// <summary>Fails the cell for an exception that would end the process.</summary>
    /// <returns>False where no cell is running.</returns>
    internal static bool Fail(Exception exception, StackTrace trace)
    {
        Running.Value?.Fail(exception, trace);
        return Running.Value is not null;
    }

    /// <summary>Lets the checks in the code of all cells ask whether it is theirs that was interrupted.</summary>
    internal static void Interrupt(CellFlow flow)
    {
        flow.Interrupt();
        Volatile.Write(ref SomeCellWasInterrupted.Value, true);
    }

    // Is called on each thread that comes to a cell's work or leaves it.
    private static void Moved(AsyncLocalValueChangedArgs<RunningCell?> change)
    {
        change.PreviousValue?.Flow.Leave();
        change.CurrentValue?.Flow.Enter();
    }
}
