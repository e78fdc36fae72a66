using System.Text.Json.Nodes;
using NotebookEngine.Execution;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel.Cells;

/// <summary>The notebook session that a kernel serves, and the cell that is running in it.</summary>
internal sealed class KernelSession(NotebookSession session)
{
    private volatile CellExecution? _running;

    /// <summary>The number of cells that were run and counted.</summary>
    internal int ExecutionCount { get; private set; }

    internal int CountOne() => ++ExecutionCount;

    /// <summary>Runs a cell, and evaluates expressions unless it has failed; one at a time.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="outputs">Publishes what it puts out.</param>
    /// <param name="expressions">Expressions by name.</param>
    /// <returns>Why it failed, or null, and the value or the failure of each expression by its name.</returns>
    internal async Task<(CellFailure? Failure, JsonObject Expressions)> RunAsync(
        CellExecution cell,
        PublishedOutputs outputs,
        IReadOnlyList<KeyValuePair<string, string>> expressions
    )
    {
        _running = cell;
        try
        {
            var failure = await session.ExecuteAsync(cell);
            failure = cell.End(failure, outputs.End());
            outputs.Flush();
            return (failure, failure is null ? await EvaluateAsync(cell, expressions) : []);
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

    private async Task<JsonObject> EvaluateAsync(
        CellExecution cell,
        IReadOnlyList<KeyValuePair<string, string>> expressions
    )
    {
        var results = new JsonObject();
        foreach (var (number, (name, source)) in expressions.Index())
        {
            var id = FormattableString.Invariant($"{cell.Id}, expression {number + 1}");
            var expression = new CellExecution(id, source, _ => { });
            using var interrupt = cell.Interrupted.Register(expression.Interrupt);
            var failure = expression.End(await session.EvaluateAsync(expression), leftOut: null);
            results[name] = failure is null
                ? ReplyContent.Value(expression.Returned)
                : ReplyContent.Error(failure.ToOutput());
        }

        return results;
    }
}
