using System.ComponentModel;
using System.Diagnostics;
using NotebookEngine.Outputs;

namespace NotebookEngine.Sessions;

/// <summary>What the engine writes into a cell's code, so that an endless loop can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    /// <summary>Does nothing, unless the cell that this code belongs to was interrupted.</summary>
    /// <exception cref="CellInterruptedException">It was.</exception>
    [StackTraceHidden]
    public static void Check()
    {
        if (CurrentCell.IsInterrupted)
        {
            throw new CellInterruptedException();
        }
    }
}
