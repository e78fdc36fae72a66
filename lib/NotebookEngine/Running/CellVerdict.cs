using NotebookEngine.Notebooks;
using NotebookEngine.Sessions;

namespace NotebookEngine.Running;

/// <summary>What the tag <c>raises-exception</c> and the time limit make of a cell's end.</summary>
internal static class CellVerdict
{
    /// <summary>With the tag a failure is as it should be and its absence is not; a time-out is always a failure.</summary>
    internal static CellFailure? Judge(NotebookCell cell, CellFailure? failure) =>
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

    internal static CellFailure TimedOut(TimeSpan limit) =>
        new()
        {
            Kind = FailureKind.Timeout,
            Name = "Timeout",
            Message = FormattableString.Invariant($"the cell did not end within {limit.TotalSeconds:0.###} s"),
        };
}
