using System.Runtime.InteropServices;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>
/// What a kernel makes of signals, until disposed. SIGINT interrupts the cell: classic front ends, and terminals, send it to a whole
/// group of processes. Those that ask for the end get an end in order. On Windows they are Ctrl+C and the closing of the console.
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    // Windows ends the process 5 s after a console was closed, whatever the program does.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(4);

    // Never disposed of: a handler may wait for it until the process has ended.
    private readonly ManualResetEventSlim _ended = new();
    private readonly Action _interrupt;
    private readonly Action<string> _end;
    private readonly bool _returningEndsProcess;
    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="interrupt">Stops the running cell.</param>
    /// <param name="end">Ends the kernel; is given the signal's name.</param>
    internal ProcessSignals(Action interrupt, Action<string> end)
        : this(interrupt, end, OperatingSystem.IsWindows()) { }

    /// <param name="interrupt">Stops the running cell.</param>
    /// <param name="end">Ends the kernel; is given the signal's name.</param>
    /// <param name="returningEndsProcess">
    /// Whether the system ends the process as soon as it was told of a closed console or a shutdown, as Windows does.
    /// </param>
    internal ProcessSignals(Action interrupt, Action<string> end, bool returningEndsProcess)
    {
        (_interrupt, _end, _returningEndsProcess) = (interrupt, end, returningEndsProcess);
        _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(signal, Handle)
            ),
        ];
    }

    public void Dispose()
    {
        _ended.Set();
        Array.ForEach(_registrations, registration => registration.Dispose());
    }

    /// <summary>On Windows it returns once the kernel has ended, where the system would not wait for that.</summary>
    internal void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (context.Signal is PosixSignal.SIGINT)
        {
            _interrupt();
            return;
        }

        _end(context.Signal.ToString());
        if (_returningEndsProcess)
        {
            _ended.Wait(LongestEnd);
        }
    }
}
