using System.Runtime.InteropServices;

namespace ClientAuth.MockServer.Standalone.Exits;

/// <summary>
/// Turns the ways to ask a program to end (Ctrl+C, SIGTERM, a closed terminal) into a cancellation, so that it ends by itself
/// and takes its keys along. Dispose of it last: that says that the keys are gone.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // Windows ends the process 5 s after a console was closed, whatever the program does.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _stop = new();

    // Never disposed of: a handler may wait for it until the process has ended.
    private readonly ManualResetEventSlim _ended = new();
    private readonly bool _returningEndsProcess;
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals()
        : this(OperatingSystem.IsWindows()) { }

    /// <param name="returningEndsProcess">
    /// Whether the system ends the process as soon as it was told of a closed console or a shutdown, as Windows does.
    /// </param>
    internal StopSignals(bool returningEndsProcess)
    {
        _returningEndsProcess = returningEndsProcess;
        _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(
                signal => PosixSignalRegistration.Create(signal, Stop)
            ),
        ];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _ended.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    /// <summary>Asks for the end. On Windows it returns once the program has ended, where the system would not wait for that.</summary>
    internal void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
        if (_returningEndsProcess && context.Signal is PosixSignal.SIGHUP or PosixSignal.SIGTERM)
        {
            _ended.Wait(LongestEnd);
        }
    }
}
