using System.Text.RegularExpressions;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>Checks that each line of a decision trace says what was seen, as a value, and not "such a key" or "another".</summary>
internal static partial class TraceClarity
{
    public static IEnumerable<string> Problems(DecisionTrace trace) =>
        trace
            .Decisions.Where(decision => IsVague(decision.Seen))
            .Select(decision => $"the trace's line {decision.Check} does not say what was seen: {decision.Seen}");

    /// <summary>Whether the text refers to something without naming it. Text in quotes is from the request, and may be anything.</summary>
    public static bool IsVague(string seen) => seen is "" || Vague().IsMatch(Quoted().Replace(seen, ""));

    [GeneratedRegex(
        @"\b(such|an?other|others?|same|else|something|some|ones?|its?|as expected|as many|fewer|longer|shorter)\b|^that\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Vague();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\[[^\]]*\]|\{[^}]*\}""")]
    private static partial Regex Quoted();
}
