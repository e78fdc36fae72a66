using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Decisions;

/// <summary>
/// Which checks of a trace are not folded. Those that the reader is to look at, and every one that did not pass; the others fold into a line
/// for each group, where the first of them ran.
/// </summary>
internal static class TraceLines
{
    /// <param name="trace">What the server checked.</param>
    /// <param name="about">Names of checks, or of groups for all checks in them.</param>
    public static IReadOnlyList<TraceLine> Of(DecisionTrace trace, IReadOnlyList<string> about)
    {
        var checks = Numbered(trace);
        var open = checks.Where(check => IsOpen(check.Decision, about)).ToHashSet();
        var openGroups = open.Select(check => GroupOf(check.Decision)).ToHashSet(StringComparer.Ordinal);
        var folded = checks
            .Where(check => !open.Contains(check))
            .GroupBy(check => GroupOf(check.Decision))
            .Select(group => new TraceLine.Folded(group.Key, !openGroups.Contains(group.Key), [.. group]));
        return [.. open.Concat<TraceLine>(folded).OrderBy(FirstNumber)];
    }

    /// <summary>Every check, in the order in which they ran.</summary>
    public static IReadOnlyList<TraceLine.Check> Numbered(DecisionTrace trace) =>
        [.. trace.Decisions.Select((decision, index) => new TraceLine.Check(index + 1, decision))];

    /// <summary>What stands before the dot in a check's name.</summary>
    public static string GroupOf(Decision decision) => decision.Check.Split('.')[0];

    private static bool IsOpen(Decision decision, IReadOnlyList<string> about) =>
        decision.Verdict != Verdict.Passed || about.Contains(decision.Check) || about.Contains(GroupOf(decision));

    private static int FirstNumber(TraceLine line) =>
        line switch
        {
            TraceLine.Check check => check.Number,
            TraceLine.Folded folded => folded.Checks[0].Number,
            _ => throw new ArgumentException($"{line.GetType().Name} is no line of a trace.", nameof(line)),
        };
}
