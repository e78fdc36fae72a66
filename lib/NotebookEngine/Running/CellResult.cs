using NotebookEngine.Execution;
using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>What became of one code cell.</summary>
public sealed record CellResult
{
    public required NotebookCell Cell { get; init; }

    public required CellOutcome Outcome { get; init; }

    /// <summary>In the order in which they were made; an expected failure is the last of them.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    /// <summary>Counts the cells that were run, from 1; null for a skipped one.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>Why the cell failed or timed out; null for an expected failure, which is an output only.</summary>
    public CellFailure? Failure { get; init; }

    /// <summary>Why the cell was skipped.</summary>
    public string? SkipReason { get; init; }

    /// <summary>From compiling to the last output, by the monotonic clock.</summary>
    public TimeSpan Duration { get; init; }

    public string Id => Cell.Id;

    /// <summary>All that the cell printed to stdout and stderr.</summary>
    public string Printed => string.Concat(Outputs.OfType<CellOutput.Printed>().Select(output => output.Text));

    /// <summary>All values that the cell showed, by <c>.Display()</c> or as its last expression.</summary>
    public IEnumerable<MimeBundle> Shown =>
        Outputs
            .Select(output =>
                output switch
                {
                    CellOutput.Displayed displayed => displayed.Data,
                    CellOutput.Returned returned => returned.Data,
                    _ => null,
                }
            )
            .OfType<MimeBundle>();

    /// <summary>The failure as a notebook keeps it, expected or not; null where the cell did not fail.</summary>
    public CellOutput.Failed? Error => Outputs.OfType<CellOutput.Failed>().LastOrDefault();

    internal static CellResult Skipped(NotebookCell cell, string reason) =>
        new()
        {
            Cell = cell,
            Outcome = CellOutcome.Skipped,
            SkipReason = reason,
        };

    /// <param name="cell">The cell.</param>
    /// <param name="failure">Why it failed, or null.</param>
    /// <param name="executionCount">How many cells were run before it, and it.</param>
    /// <param name="duration">How long it took.</param>
    internal static CellResult Ended(NotebookCell cell, CellFailure? failure, int executionCount, TimeSpan duration)
    {
        var judged = Judge(cell, failure);
        return new()
        {
            Cell = cell,
            Outcome = judged?.Kind switch
            {
                null => CellOutcome.Passed,
                FailureKind.Timeout => CellOutcome.TimedOut,
                _ => CellOutcome.Failed,
            },
            ExecutionCount = executionCount,
            Failure = judged,
            Duration = duration,
        };
    }

    /// <summary>The same with its outputs, and failed where work that the cell left running has failed since.</summary>
    internal CellResult With(IReadOnlyList<CellOutput> outputs, CellFailure? failure) =>
        Outcome == CellOutcome.Passed && Judge(Cell, failure) is { } late
            ? this with
            {
                Outcome = CellOutcome.Failed,
                Failure = late,
                Outputs = outputs,
            }
            : this with
            {
                Outputs = outputs,
            };

    // With the tag raises-exception a failure is as it should be and its absence is not; a time-out is always a failure.
    private static CellFailure? Judge(NotebookCell cell, CellFailure? failure) =>
        (cell.Tags.Contains(CellTags.RaisesException), failure) switch
        {
            (true, null) => new CellFailure
            {
                Kind = FailureKind.NoException,
                Name = "NoException",
                Message = $"the cell is tagged {CellTags.RaisesException}, but it neither threw nor failed to compile",
            },
            (true, { Kind: not FailureKind.Timeout }) => null,
            _ => failure,
        };
}

/// <summary>How a code cell ended.</summary>
public enum CellOutcome
{
    /// <summary>It ended well, or failed as its tag <c>raises-exception</c> says it must.</summary>
    Passed,
    Failed,
    TimedOut,

    /// <summary>It was not run; the result says why.</summary>
    Skipped,
}
