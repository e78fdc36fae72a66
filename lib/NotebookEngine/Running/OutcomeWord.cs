using System.Diagnostics;

namespace NotebookEngine.Running;

/// <summary>Outcomes as reports spell them.</summary>
internal static class OutcomeWord
{
    internal static string Of(NotebookOutcome outcome) =>
        outcome switch
        {
            NotebookOutcome.Passed => "passed",
            NotebookOutcome.Failed => "failed",
            NotebookOutcome.TimedOut => "timed out",
            NotebookOutcome.Unreadable => "unreadable",
            NotebookOutcome.Cancelled => "cancelled",
            _ => throw new UnreachableException(),
        };

    internal static string Of(CellOutcome outcome) =>
        outcome switch
        {
            CellOutcome.Passed => "passed",
            CellOutcome.Failed => "failed",
            CellOutcome.TimedOut => "timed out",
            CellOutcome.Skipped => "skipped",
            _ => throw new UnreachableException(),
        };
}
