using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

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
}
