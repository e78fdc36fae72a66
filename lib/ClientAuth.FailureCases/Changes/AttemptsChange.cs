using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>The same bytes several times, each time over a connection of its own.</summary>
public sealed record AttemptsChange : RequestChange
{
    public required int Count { get; init; }

    /// <summary>All at once rather than one after the other.</summary>
    public bool Parallel { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.Attempts = Count;
        draft.InParallel = Parallel;
    }
}
