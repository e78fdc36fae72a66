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
    private readonly List<(CellResult Result, OutputRecord Outputs)> _done = [];
    private int _executed;
    private string? _stopReason;

    internal async Task<NotebookResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        foreach (var cell in notebook.CodeCells)
        {
            var outputs = new OutputRecord();
            var result = ReasonToSkip(cell) is { } reason
                ? new CellResult
                {
                    Cell = cell,
                    Outcome = CellOutcome.Skipped,
                    SkipReason = reason,
                }
                : await ExecuteAsync(cell, outputs, cancellationToken);
            _done.Add((result, outputs));
            _stopReason ??= ReasonToStop(result);
        }

        return new NotebookResult
        {
            Path = notebook.Path,
            Notebook = notebook,
            // Taken last: work that a cell left running may have written after the cell had ended.
            Cells = [.. _done.Select(done => done.Result with { Outputs = done.Outputs.ToList() })],
            Outcome = Worst(),
            Duration = clock.GetElapsedTime(started),
        };
    }

    private string? ReasonToSkip(NotebookCell cell) =>
        cell.Tags.Contains(CellTags.SkipExecution) ? $"tagged {CellTags.SkipExecution}" : _stopReason;

    // After a time-out the session's thread may still be at work, so nothing more can run in it.
    private string? ReasonToStop(CellResult result) =>
        result.Outcome switch
        {
            CellOutcome.TimedOut => $"cell {result.Id} timed out before it",
            CellOutcome.Failed when !options.KeepGoing => $"cell {result.Id} failed before it",
            _ => null,
        };

    private async Task<CellResult> ExecuteAsync(
        NotebookCell cell,
        OutputRecord outputs,
        CancellationToken cancellationToken
    )
    {
        progress?.Report(new RunEvent.CellStarted(notebook, cell, _done.Count + 1));
        _executed++;
        var started = clock.GetTimestamp();
        CellFailure? failure;
        try
        {
            failure = await session
                .ExecuteAsync(cell.Id, cell.Source, outputs.Add, cancellationToken)
                .WaitAsync(options.CellTimeout, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            failure = CellVerdict.TimedOut(options.CellTimeout);
        }

        if (failure is not null)
        {
            outputs.Add(failure.ToOutput());
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

    private static CellOutcome OutcomeOf(CellFailure? failure) =>
        failure?.Kind switch
        {
            null => CellOutcome.Passed,
            FailureKind.Timeout => CellOutcome.TimedOut,
            _ => CellOutcome.Failed,
        };

    private NotebookOutcome Worst() =>
        _done
            .Select(done =>
                done.Result.Outcome switch
                {
                    CellOutcome.TimedOut => NotebookOutcome.TimedOut,
                    CellOutcome.Failed => NotebookOutcome.Failed,
                    _ => NotebookOutcome.Passed,
                }
            )
            .DefaultIfEmpty()
            .Max();
}
