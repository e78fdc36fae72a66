using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Decisions;

/// <summary>A line of a trace as it is shown.</summary>
internal abstract record TraceLine
{
    private TraceLine() { }

    /// <summary>A check that is not folded.</summary>
    /// <param name="Number">Its place in the trace, from 1.</param>
    /// <param name="Decision">How it ended.</param>
    public sealed record Check(int Number, Decision Decision) : TraceLine;

    /// <summary>Checks of one group that passed, folded into one line.</summary>
    /// <param name="Group">What stands before the dot in their names.</param>
    /// <param name="IsWhole">Whether all checks of the group are folded.</param>
    /// <param name="Checks">In the order in which they ran.</param>
    public sealed record Folded(string Group, bool IsWhole, IReadOnlyList<Check> Checks) : TraceLine
    {
        /// <summary>For example <c>request: 4 checks passed</c>.</summary>
        public override string ToString() =>
            $"{Group}: {Text.Numbers.Show(Checks.Count)} {(IsWhole ? "" : "more ")}{(Checks.Count == 1 ? "check" : "checks")} passed";
    }
}
