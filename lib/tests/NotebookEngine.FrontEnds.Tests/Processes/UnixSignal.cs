using System.Runtime.InteropServices;

namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>The signal that no process can catch. .NET sends it to its own children only.</summary>
internal static class UnixSignal
{
    private const int SigKill = 9;

    public static void Kill(int processId) => _ = Send(processId, SigKill);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int processId, int signal);
}
