using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NotebookEngine.Execution;

/// <summary>
/// The check that the engine writes into a cell's code: an endless loop can be interrupted, and endless recursion fails the cell
/// instead of ending the process.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    /// <summary>Does nothing, unless the cell that this code belongs to was interrupted, or the stack is nearly used up.</summary>
    /// <exception cref="CellInterruptedException">It was interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">A few calls more would end the process: nothing can catch that.</exception>
    [StackTraceHidden]
    public static void Check()
    {
        if (CurrentCell.IsInterrupted)
        {
            throw new CellInterruptedException();
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary><see cref="Check"/> where only an expression can stand.</summary>
    /// <returns>False.</returns>
    [StackTraceHidden]
    public static bool Stops()
    {
        Check();
        return false;
    }
}
