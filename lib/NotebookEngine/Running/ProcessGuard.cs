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

    private volatile bool _hasRun;

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
                error.WriteLine("ended too early: something that a cell called has ended the process");
                Environment.ExitCode = Failed;
            }
        };
    }

    /// <summary>Ends the process, with whatever a cell has left running in it.</summary>
    internal void Exit(int exitCode)
    {
        _hasRun = true;
        Environment.Exit(exitCode);
    }
}
