using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Checks;

/// <summary>The checks of one request as they happen. The first failure ends them: callers go on only while a check holds.</summary>
internal sealed class Trail
{
    private readonly List<Decision> _decisions = [];

    /// <summary>The rule that refused the request, or null so far.</summary>
    public Rule? Broken { get; private set; }

    /// <summary>Leaves a line and says whether the check held. Neither text may hold a secret.</summary>
    public bool Check(Rule rule, bool holds, string expected, string seen)
    {
        _decisions.Add(
            new Decision(rule.Name, expected, seen, holds ? Verdict.Passed : Verdict.Failed, rule.Specification)
        );
        if (!holds)
        {
            Broken = rule;
        }

        return holds;
    }

    public DecisionTrace ToTrace() => new([.. _decisions]);
}
