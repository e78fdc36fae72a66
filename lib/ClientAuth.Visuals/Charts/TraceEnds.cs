using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Charts;

/// <summary>The decision that ended a trace early.</summary>
internal static class TraceEnds
{
    /// <summary>The check that failed, or at which the server itself did; null where all passed.</summary>
    public static Decision? Refusing(this DecisionTrace trace) =>
        trace.Decisions.FirstOrDefault(decision => decision.Verdict != Verdict.Passed);
}
