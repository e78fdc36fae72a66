namespace NotebookEngine.Running;

/// <summary>How a notebook ended. The worse of two is the greater.</summary>
public enum NotebookOutcome
{
    Passed,
    Failed,
    TimedOut,
    Unreadable,
}
