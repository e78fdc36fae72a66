using NotebookEngine.Running;

namespace NotebookEngine.CommandLine;

/// <summary>Exit codes of the process. Where several apply, the greatest counts: an unreadable notebook outweighs a time-out.</summary>
internal static class ExitCode
{
    internal const int AllPassed = 0;
    internal const int CellFailed = 1;
    internal const int Usage = 2;
    internal const int TimedOut = 3;
    internal const int Unreadable = 4;

    /// <summary>A result, a page, a book or standard output could not be written. What could be is, and the rest is told.</summary>
    internal const int Unwritten = 5;

    /// <summary>An installation, or a learner's progress, is as it was asked for.</summary>
    internal const int Done = 0;

    /// <summary>An installation could not be made, or has a problem; a progress file cannot be used or changed.</summary>
    internal const int NotDone = 1;

    /// <summary>Cancelled by an interrupt, as shells report it. By another signal: <see cref="OfSignal"/>.</summary>
    internal const int Cancelled = 130;

    /// <summary>As shells report a process that a signal has ended: 128 and the signal's number (POSIX, 2.8.2).</summary>
    internal static int OfSignal(string name) =>
        name switch
        {
            "SIGHUP" => 129,
            "SIGTERM" => 143,
            _ => Cancelled,
        };

    internal static int Of(IEnumerable<NotebookResult> results) =>
        results.Select(result => result.Outcome).DefaultIfEmpty().Max() switch
        {
            NotebookOutcome.Passed => AllPassed,
            NotebookOutcome.Failed => CellFailed,
            NotebookOutcome.TimedOut => TimedOut,
            NotebookOutcome.Cancelled => Cancelled,
            _ => Unreadable,
        };
}
