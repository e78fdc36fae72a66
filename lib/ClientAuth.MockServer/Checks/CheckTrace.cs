using ClientAuth.MockServer.Options;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Checks;

/// <summary>The checks of one request as they happen. The first failure ends them: callers go on only while a check holds.</summary>
internal class CheckTrace
{
    /// <summary>How a trace calls the line that is no check: a scripted fault.</summary>
    public const string FaultLine = "fault.scripted";

    // As many as most requests leave.
    private const int UsualLines = 32;

    private readonly List<Decision> _decisions;

    /// <param name="lines">How many are expected.</param>
    public CheckTrace(int lines = UsualLines) => _decisions = new(lines);

    /// <summary>A trace with no line yet.</summary>
    public static CheckTrace New() => new();

    /// <summary>The rule that refused the request, or null so far.</summary>
    public Rule? Broken { get; private set; }

    /// <summary>How many lines there are.</summary>
    public int Count => _decisions.Count;

    /// <summary>Leaves a line and says whether the check held. Neither text may hold a secret.</summary>
    public bool Check(Rule rule, bool holds, string expected, string seen)
    {
        var passes = Passes(rule, holds);
        _decisions.Add(
            new Decision(rule.Name, expected, seen, passes ? Verdict.Passed : Verdict.Failed, rule.Specification)
        );
        if (!passes)
        {
            Broken = rule;
        }

        return passes;
    }

    /// <summary>Leaves a line of a check that passes whatever it sees, since its defence is switched off.</summary>
    public bool LookAway(Rule rule, Defence switchedOff, string seen) =>
        Check(rule, true, $"anything: the defence {switchedOff} is switched off", seen);

    /// <summary>Leaves the line of a result that was made elsewhere, and says whether the check held.</summary>
    public bool Check(CheckResult result) => Check(result.Rule, result.Holds, result.Expected, result.Seen);

    /// <summary>An empty trace of the same kind, for checks that are reported later or not at all.</summary>
    public virtual CheckTrace Branch() => new();

    /// <summary>Takes the lines of a branch over.</summary>
    public void Append(CheckTrace branch)
    {
        _decisions.AddRange(branch._decisions);
        Broken ??= branch.Broken;
    }

    /// <summary>Whether a rule was checked, whatever came of it.</summary>
    public bool Has(Rule rule) => _decisions.Any(decision => decision.Check == rule.Name);

    /// <summary>Whether a rule was checked and held.</summary>
    public bool HasPassed(Rule rule) => Has(rule) && Broken?.Name != rule.Name;

    /// <summary>Leaves a line that is no check: here a scripted fault strikes.</summary>
    public void Strike(string fault) =>
        _decisions.Add(new Decision(FaultLine, "the answer as it is", fault, Verdict.Faulted, "the fault script"));

    /// <summary>What comes of a check: whether what it asks for holds.</summary>
    protected virtual bool Passes(Rule rule, bool holds) => holds;

    public DecisionTrace ToTrace() => new([.. _decisions]);
}
