using System.Text.RegularExpressions;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Running;

/// <summary>Whether each line of a decision trace says what was seen, as a value: "such a key" sends the reader to the line's other half, and "another" nowhere.</summary>
internal static partial class TraceClarity
{
    public static IEnumerable<string> Problems(DecisionTrace trace) =>
        trace
            .Decisions.Where(decision => IsVague(decision.Seen))
            .Select(decision => $"the trace's line {decision.Check} does not say what was seen: {decision.Seen}");

    /// <summary>Whether the text points at something without saying it. What a request held stands in quotes, and may be anything.</summary>
    public static bool IsVague(string seen) => seen is "" || Vague().IsMatch(Quoted().Replace(seen, ""));

    [GeneratedRegex(
        @"\b(such|an?other|others?|same|else|something|some|ones?|its?|as expected|as many|fewer|longer|shorter)\b|^that\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Vague();

    [GeneratedRegex("""'[^']*'|"[^"]*"|\[[^\]]*\]|\{[^}]*\}""")]
    private static partial Regex Quoted();
}
