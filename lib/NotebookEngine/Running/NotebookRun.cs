using NotebookEngine.Execution;
using NotebookEngine.Notebooks;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>Runs the cells of one notebook in its session, one after the other.</summary>
internal sealed class NotebookRun(
    Notebook notebook,
    NotebookSession session,
    RunOptions options,
    IProgress<RunEvent>? progress,
    TimeProvider clock
)
{
    /// <summary>Why a cell of a cancelled run was skipped.</summary>
    internal const string CancelledBefore = "the run was cancelled before it";

    private const string CancelledWithin = "the run was cancelled while it ran";

    private readonly NotebookOutputs _outputs = new(options.OutputLimit);

    // Results are made at the very end: work that a cell left running may put out more, and fail it, while later cells run.
    private readonly List<Func<CellResult>> _results = [];
    private int _executed;
    private string? _stopReason;
    private bool _isCancelled;

    /// <returns>What became of it. Cancelled, it has the cells that had ended; the running cell is abandoned.</returns>
    internal async Task<NotebookResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        foreach (var cell in notebook.CodeCells)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                Cancel();
            }

            if (ReasonToSkip(cell) is { } reason)
            {
                var skipped = CellResult.Skipped(cell, reason);
                _results.Add(() => skipped);
            }
            else
            {
                await ExecuteAsync(cell, cancellationToken);
            }
        }

        IReadOnlyList<CellResult> cells = [.. _results.Select(result => result())];
        return new NotebookResult
        {
            Path = notebook.Path,
            Notebook = notebook,
            Cells = cells,
            Outcome = _isCancelled ? NotebookOutcome.Cancelled : Worst(cells),
            Duration = clock.GetElapsedTime(started),
        };
    }

    private void Cancel()
    {
        _isCancelled = true;
        _stopReason = CancelledBefore;
    }

    private string? ReasonToSkip(NotebookCell cell) =>
        cell.Tags.Contains(CellTags.SkipExecution) ? $"tagged {CellTags.SkipExecution}" : _stopReason;

    private async Task ExecuteAsync(NotebookCell cell, CancellationToken cancellationToken)
    {
        progress?.Report(new RunEvent.CellStarted(notebook, cell, _results.Count + 1));
        _executed++;
        var outputs = _outputs.Begin();
        var execution = new CellExecution(cell.Id, cell.Source, outputs.Add);
        var started = clock.GetTimestamp();
        CellFailure? failure;
        try
        {
            failure = await ExecuteWithinLimitAsync(execution, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Cancel();
            var abandoned = CellResult.Skipped(cell, CancelledWithin);
            _results.Add(() => abandoned);
            return;
        }

        failure = execution.End(failure, outputs.End());
        var ended = CellResult.Ended(cell, failure, _executed, clock.GetElapsedTime(started));
        _stopReason = ReasonToStop(ended, execution);
        _results.Add(() => ended.With(outputs.ToList(), execution.Failure));
    }

    private async Task<CellFailure?> ExecuteWithinLimitAsync(
        CellExecution execution,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.CellTimeout, clock);
        using var timeout = limit.Token.Register(execution.Interrupt);
        using var cancel = cancellationToken.Register(execution.Interrupt);
        var failure = await session.ExecuteAsync(execution).WaitAsync(cancellationToken);
        // The interrupted cell may have ended before the wait was cancelled.
        cancellationToken.ThrowIfCancellationRequested();
        return failure is { Kind: FailureKind.Interrupted } ? TimedOut(options.CellTimeout) : failure;
    }

    private static CellFailure TimedOut(TimeSpan limit) =>
        new()
        {
            Kind = FailureKind.Timeout,
            Name = "Timeout",
            Message = FormattableString.Invariant($"the cell did not end within {limit.TotalSeconds:0.###} s"),
        };

    // After a time-out or a failure outside of the cell's flow its thread may still be at work, so nothing more can run in the session.
    private string? ReasonToStop(CellResult ended, CellExecution execution) =>
        ended.Outcome switch
        {
            CellOutcome.TimedOut => $"cell {ended.Id} timed out before it",
            CellOutcome.Failed when !options.KeepGoing || execution.HasFailedOutside =>
                $"cell {ended.Id} failed before it",
            _ => null,
        };

    private static NotebookOutcome Worst(IEnumerable<CellResult> cells) =>
        cells
            .Select(cell =>
                cell.Outcome switch
                {
                    CellOutcome.TimedOut => NotebookOutcome.TimedOut,
                    CellOutcome.Failed => NotebookOutcome.Failed,
                    _ => NotebookOutcome.Passed,
                }
            )
            .DefaultIfEmpty()
            .Max();
}
