using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>Asks a process to end, as a terminal and an orchestrator do; .NET itself only kills.</summary>
internal static class UnixSignal
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(Process process, int signal) => Assert.Equal(0, Send(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int processId, int signal);
}
