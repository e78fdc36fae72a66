using System.Runtime.InteropServices;

namespace NotebookEngine.Kernel.Life;

/// <summary>
/// What a kernel makes of signals, until disposed. SIGINT interrupts the cell: classic front ends, and terminals, send it to a whole
/// group of processes. Those that ask for the end get an end in order. On Windows they are Ctrl+C and the closing of the console.
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="interrupt">Stops the running cell.</param>
    /// <param name="end">Ends the kernel; is given the signal's name.</param>
    internal ProcessSignals(Action interrupt, Action<string> end) =>
        _registrations = [
            On(PosixSignal.SIGINT, interrupt),
            On(PosixSignal.SIGTERM, () => end(nameof(PosixSignal.SIGTERM))),
            On(PosixSignal.SIGHUP, () => end(nameof(PosixSignal.SIGHUP))),
        ];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private static PosixSignalRegistration On(PosixSignal signal, Action action) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                action();
            }
        );
}
