using NotebookEngine.Kernel.Lifetime;

namespace NotebookEngine.CommandLine;

/// <summary>
/// What a command makes of SIGINT, SIGTERM and SIGHUP, until disposed: the first cancels it, so that it can report and write what is
/// done. A later one ends the process at once, and so does a command that takes too long.
/// </summary>
internal sealed class CommandSignals : IDisposable
{
    // Docker gives 10 s from SIGTERM to the end, GitHub Actions 7.5 s from SIGINT to SIGTERM.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    // What sends a signal to a process and to its group, as timeout(1) does, means one.
    private static readonly TimeSpan SameSignal = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancel;
    private readonly TimeProvider _clock;
    private readonly Action<int> _endProcess;
    private readonly ProcessSignals _signals;
    private ITimer? _limit;
    private long _first;

    /// <param name="cancel">Is cancelled by the first signal.</param>
    /// <param name="clock">Measures the limits.</param>
    /// <param name="endProcess">Ends the process with an exit code.</param>
    internal CommandSignals(CancellationTokenSource cancel, TimeProvider clock, Action<int> endProcess)
    {
        (_cancel, _clock, _endProcess) = (cancel, clock, endProcess);
        _signals = new ProcessSignals(() => Handle("SIGINT"), Handle);
    }

    /// <summary>The exit code that shells give to a process which the signal has ended; that of an interrupt where none came.</summary>
    internal int CancelledCode { get; private set; } = ExitCode.Cancelled;

    public void Dispose()
    {
        _signals.Dispose();
        _limit?.Dispose();
    }

    private void Handle(string signal)
    {
        lock (_gate)
        {
            if (_limit is not null)
            {
                if (_clock.GetElapsedTime(_first) > SameSignal)
                {
                    _endProcess(CancelledCode);
                }

                return;
            }

            CancelledCode = ExitCode.OfSignal(signal);
            _first = _clock.GetTimestamp();
            _limit = _clock.CreateTimer(_ => _endProcess(CancelledCode), null, LongestEnd, Timeout.InfiniteTimeSpan);
        }

        _cancel.Cancel();
    }
}
