using System.Runtime.InteropServices;

namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>Signals to any process: .NET sends one to its own children only, and but the one that no process can catch.</summary>
internal static class UnixSignal
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    public static void Kill(int processId) => _ = Send(processId, SigKill);

    /// <summary>Asks a process to end, as a service manager does.</summary>
    public static void Terminate(int processId) => _ = Send(processId, SigTerm);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int processId, int signal);
}
