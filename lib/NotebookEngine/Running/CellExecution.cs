using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>A cell on its way and after it: work that it left running may write, and fail, when the cell has long ended.</summary>
internal sealed class CellExecution(NotebookCell cell, NotebookOutputs notebook)
{
    private readonly TaskCompletionSource<CellFailure?> _stray = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    internal OutputRecord Outputs { get; } = notebook.Open();

    /// <summary>Whether something that the cell started failed outside the cell's own flow.</summary>
    internal bool HasStrayed => _stray.Task.IsCompleted;

    /// <summary>Runs the cell until it ends or something that it started fails.</summary>
    internal Task<CellFailure?> RunAsync(NotebookSession session, CancellationToken cancellationToken)
    {
        var run = session.ExecuteAsync(
            cell.Id,
            cell.Source,
            new CellHost(Put, failure => _stray.TrySetResult(failure)),
            cancellationToken
        );
        return Task.WhenAny(run, _stray.Task).Unwrap();
    }

    private void Put(CellOutput output)
    {
        if (output is CellOutput.Updated update)
        {
            notebook.Update(update);
        }
        else
        {
            Outputs.Add(output);
        }
    }

    /// <summary>What became of the cell up to now, given how it ended.</summary>
    internal CellResult Result(CellResult ended)
    {
        var late =
            ended.Outcome == CellOutcome.Passed && HasStrayed
                ? CellVerdict.Judge(cell, _stray.Task.GetAwaiter().GetResult())
                : null;
        var outputs = Outputs.ToList();
        return late is null
            ? ended with
            {
                Outputs = outputs,
            }
            : ended with
            {
                Outcome = CellOutcome.Failed,
                Failure = late,
                Outputs = [.. outputs, late.ToOutput()],
            };
    }
}
