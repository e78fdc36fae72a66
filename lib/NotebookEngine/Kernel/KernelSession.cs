using System.Text.Json.Nodes;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel;

/// <summary>The notebook session that a kernel serves, and the cell that is running in it.</summary>
internal sealed class KernelSession(NotebookSession session)
{
    private volatile KernelCell? _running;

    /// <summary>The number of cells that were run and counted.</summary>
    internal int ExecutionCount { get; private set; }

    internal int CountOne() => ++ExecutionCount;

    /// <summary>Runs a cell, and evaluates its expressions unless it has failed; one at a time.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="id">Names it in stack frames; unique within the session.</param>
    /// <returns>Why it failed, or null, and the values of the expressions.</returns>
    internal async Task<(CellFailure? Failure, JsonObject Expressions)> RunAsync(KernelCell cell, string id)
    {
        _running = cell;
        try
        {
            var failure = await cell.RunAsync(id, session);
            return (failure, failure is null ? await cell.EvaluateAsync(id, session) : []);
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Stops the running cell, as far as .NET allows; without one it does nothing.</summary>
    internal void Interrupt() => _running?.Interrupt();

    /// <summary>Fails the running cell for ending the process; without one it does nothing.</summary>
    internal void EndWithProcess(CellFailure failure) => _running?.EndWithProcess(failure);
}
