namespace ClientAuth.Protocol.Recording;

/// <summary>The checks of one request at the server, in the order in which they ran.</summary>
/// <param name="Decisions">In order; at most the last one has failed.</param>
public sealed record DecisionTrace(IReadOnlyList<Decision> Decisions)
{
    /// <summary>The check that refused the request, or null where all passed.</summary>
    public Decision? Failure => Decisions.FirstOrDefault(decision => decision.Verdict == Verdict.Failed);
}

/// <summary>One line of a decision trace: one small check and how it ended. Holds no secret.</summary>
/// <param name="Check">Stable name of the check, for example <c>assertion.aud</c>.</param>
/// <param name="Expected">What the server wanted, in words or as the value.</param>
/// <param name="Seen">What the request held; a secret is described, never quoted.</param>
/// <param name="Verdict">How it ended. After the first failure nothing more is checked.</param>
/// <param name="Specification">Where the rule stands, for example <c>RFC 7523 §3</c>.</param>
public sealed record Decision(string Check, string Expected, string Seen, Verdict Verdict, string Specification);

/// <summary>How one check of the server ended.</summary>
public enum Verdict
{
    Passed,
    Failed,

    /// <summary>No check: here the server misbehaved on purpose, as its fault script told it to.</summary>
    Faulted,
}
