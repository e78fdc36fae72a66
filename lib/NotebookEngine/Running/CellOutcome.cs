namespace NotebookEngine.Running;

/// <summary>How a code cell ended.</summary>
public enum CellOutcome
{
    /// <summary>It ended well, or failed as its tag <c>raises-exception</c> says it must.</summary>
    Passed,
    Failed,
    TimedOut,

    /// <summary>It was not run; the result says why.</summary>
    Skipped,
}
