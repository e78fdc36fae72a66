using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NetMQ;
using NotebookEngine.Execution;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>
/// A kernel as a process of its own. It ends when its front end asks for it or has gone, on a signal, and when a cell ends the
/// process; whatever the cells do, it ends within <see cref="LongestEnd"/>.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "It lives as long as the process, and so do threads that wait for its events"
)]
internal sealed class KernelProcess(JupyterKernel kernel, SessionFactory sessions, TextWriter log)
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastMessages = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ending = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly ParentProcess _parent = ParentProcess.OfThisProcess();
    private volatile bool _isEndedByCell;
    private int _endings;

    /// <summary>Serves until the end.</summary>
    /// <param name="connectionFile">Path of the file.</param>
    /// <param name="folder">Absolute path: the notebook's folder.</param>
    /// <exception cref="Wire.ConnectionFileException">The file cannot be served.</exception>
    /// <returns>Whether it ended in order: false where a cell ended the process.</returns>
    internal bool Run(string connectionFile, string folder)
    {
        using var signals = new ProcessSignals(kernel.Interrupt, End);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndWithProcess();
        InBackground("kernel's starter", WatchParent);
        WarmStart.Begin(sessions, folder);
        try
        {
            kernel.Run(connectionFile, folder, _ending.Token);
            BeginEnd();
            // Closing a socket leaves its last messages to a thread of ZeroMQ; this waits for that.
            InBackground("kernel's last messages", () => NetMQConfig.Cleanup(block: true)).Join(LastMessages);
            return !_isEndedByCell;
        }
        finally
        {
            _ending.Cancel();
            _ended.Set();
        }
    }

    // A thread and no timer: cells may have filled the thread pool.
    private void WatchParent()
    {
        while (!_ending.Token.WaitHandle.WaitOne(Heartbeat))
        {
            if (_parent.HasGone)
            {
                End("the process that started it has gone");
            }
        }
    }

    private void End(string reason)
    {
        if (BeginEnd())
        {
            log.WriteLine($"the kernel ends: {reason}");
            _ending.Cancel();
        }
    }

    // The process waits here until the last messages are sent. This is the finalizer's thread; the cell's, which ends the process, waits for it.
    private void EndWithProcess()
    {
        if (!BeginEnd())
        {
            return;
        }

        _isEndedByCell = true;
        kernel.EndWithProcess(
            new CellFailure
            {
                Kind = FailureKind.Exception,
                Name = "ProcessEnded",
                Message =
                    "Something that the cell called has ended the kernel's process. Variables are lost; restart the kernel",
            }
        );
        _ending.Cancel();
        _ended.Wait(LongestEnd);
    }

    // The limit holds for everything after it, such as what libraries do when the process exits.
    private bool BeginEnd()
    {
        if (Interlocked.Increment(ref _endings) > 1)
        {
            return false;
        }

        InBackground(
            "kernel's hard end",
            () =>
            {
                // The event that it waits for is the end of the process.
                using var end = new ManualResetEventSlim();
                end.Wait(LongestEnd);
                using var process = Process.GetCurrentProcess();
                process.Kill();
            }
        );
        return true;
    }

    private static Thread InBackground(string name, Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }
}
