using NotebookEngine.Notebooks;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>One notebook's way through its session, cell by cell.</summary>
internal sealed class NotebookRun(
    Notebook notebook,
    NotebookSession session,
    RunOptions options,
    IProgress<RunEvent>? progress,
    TimeProvider clock
)
{
    private readonly List<(CellResult Ended, CellExecution Execution)> _done = [];
    private readonly NotebookOutputs _outputs = new(options.OutputLimit);
    private int _executed;
    private string? _stopReason;

    internal async Task<NotebookResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        foreach (var cell in notebook.CodeCells)
        {
            var execution = new CellExecution(cell, _outputs);
            var ended = ReasonToSkip(cell) is { } reason
                ? new CellResult
                {
                    Cell = cell,
                    Outcome = CellOutcome.Skipped,
                    SkipReason = reason,
                }
                : await ExecuteAsync(cell, execution, cancellationToken);
            _done.Add((ended, execution));
            _stopReason ??= ReasonToStop(ended, execution);
        }

        IReadOnlyList<CellResult> cells = [.. _done.Select(done => done.Execution.Result(done.Ended))];
        return new NotebookResult
        {
            Path = notebook.Path,
            Notebook = notebook,
            Cells = cells,
            Outcome = Worst(cells),
            Duration = clock.GetElapsedTime(started),
        };
    }

    private string? ReasonToSkip(NotebookCell cell) =>
        cell.Tags.Contains(CellTags.SkipExecution) ? $"tagged {CellTags.SkipExecution}" : _stopReason;

    // After a time-out or a stray failure the cell's thread may still be at work, so nothing more can run in the session.
    private string? ReasonToStop(CellResult ended, CellExecution execution) =>
        ended.Outcome switch
        {
            CellOutcome.TimedOut => $"cell {ended.Id} timed out before it",
            CellOutcome.Failed when !options.KeepGoing || execution.HasStrayed => $"cell {ended.Id} failed before it",
            _ => null,
        };

    private async Task<CellResult> ExecuteAsync(
        NotebookCell cell,
        CellExecution execution,
        CancellationToken cancellationToken
    )
    {
        progress?.Report(new RunEvent.CellStarted(notebook, cell, _done.Count + 1));
        _executed++;
        var started = clock.GetTimestamp();
        var failure = await ExecuteWithinLimitAsync(execution, cancellationToken);
        var leftOut = execution.Outputs.End();
        if (failure is not null)
        {
            failure = leftOut is null ? failure : failure with { Details = [.. failure.Details, $"   {leftOut}"] };
            execution.Outputs.Add(failure.ToOutput());
        }

        failure = CellVerdict.Judge(cell, failure);
        return new CellResult
        {
            Cell = cell,
            Outcome = OutcomeOf(failure),
            ExecutionCount = _executed,
            Failure = failure,
            Duration = clock.GetElapsedTime(started),
        };
    }

    private async Task<CellFailure?> ExecuteWithinLimitAsync(
        CellExecution execution,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.CellTimeout, clock);
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var failure = await execution.RunAsync(session, interrupt.Token).WaitAsync(cancellationToken);
        return failure is { Kind: FailureKind.Interrupted } ? CellVerdict.TimedOut(options.CellTimeout) : failure;
    }

    private static CellOutcome OutcomeOf(CellFailure? failure) =>
        failure?.Kind switch
        {
            null => CellOutcome.Passed,
            FailureKind.Timeout => CellOutcome.TimedOut,
            _ => CellOutcome.Failed,
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
