namespace ClientAuth.Protocol.Recording;

/// <summary>The checks of one request at the server, in the order in which they ran.</summary>
/// <param name="Decisions">In order; at most the last one has failed.</param>
public sealed record DecisionTrace(IReadOnlyList<Decision> Decisions)
{
    /// <summary>The check that refused the request, or null where all passed.</summary>
    public Decision? Failure => Decisions.FirstOrDefault(decision => decision.Verdict == Verdict.Failed);
}
