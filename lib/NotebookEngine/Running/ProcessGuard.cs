using System.Diagnostics;
using System.Runtime.ExceptionServices;
using NotebookEngine.Execution;

namespace NotebookEngine.Running;

/// <summary>
/// Keeps cells from ending the process unseen. An exception that nothing catches, on whatever thread, fails the cell that
/// started the thread; a library that calls <c>Environment.Exit</c> cannot make the run look passed. A process has one.
/// </summary>
internal sealed class ProcessGuard
{
    private const int Failed = 1;

    // What the run may take to write its results; whoever ends the process waits for it.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private volatile bool _hasRun;
    private volatile bool _endsEarly;

    /// <param name="error">Is told when the process ends too early.</param>
    internal ProcessGuard(TextWriter error)
    {
        ExceptionHandling.SetUnhandledExceptionHandler(thrown =>
            CurrentCell.Fail(thrown, new StackTrace(thrown, fNeedFileInfo: true))
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (!_hasRun)
            {
                _endsEarly = true;
                // This may be a thread of the cell, and the run interrupts those.
                CurrentCell.Leave();
                error.WriteLine("ended too early: something that a cell called has ended the process");
                FinishEarly(LongestEnd);
                Environment.ExitCode = Failed;
            }
        };
    }

    /// <summary>Writes, within a time, what is done when the process ends too early.</summary>
    internal Action<TimeSpan> FinishEarly { get; set; } = _ => { };

    /// <summary>Ends the process, with whatever a cell has left running in it.</summary>
    internal void Exit(int exitCode)
    {
        if (_endsEarly)
        {
            // It ends already, on another thread and with another code.
            Thread.CurrentThread.Join();
        }

        _hasRun = true;
        Environment.Exit(exitCode);
    }
}
