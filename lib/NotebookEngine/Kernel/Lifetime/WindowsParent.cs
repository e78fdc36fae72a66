using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>On Windows nobody is given a new parent; handles, once opened, tell when a process has ended.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsParent : ParentProcess
{
    private const uint Synchronize = 0x0010_0000;
    private const int NoSuchProcess = 87;
    private const nint ThisProcess = -1;
    private const uint Failed = uint.MaxValue;
    private const int BasicInformation = 0;

    private readonly List<WaitHandle> _processes = [];
    private readonly bool _hadGone;

    internal WindowsParent(nint named)
    {
        if (named != 0 && IsProcess(named))
        {
            _processes.Add(Waitable(named, ownsHandle: false));
        }

        if (
            QueryInformation(ThisProcess, BasicInformation, out var own, Marshal.SizeOf<ProcessInformation>(), out _)
            == 0
        )
        {
            var parent = OpenProcess(Synchronize, inheritHandle: 0, (uint)own.Parent);
            _hadGone = parent == 0 && Marshal.GetLastPInvokeError() == NoSuchProcess;
            if (parent != 0)
            {
                _processes.Add(Waitable(parent, ownsHandle: true));
            }
        }
    }

    internal override bool HasGone => _hadGone || _processes.Any(process => process.WaitOne(TimeSpan.Zero));

    private static EventWaitHandle Waitable(nint handle, bool ownsHandle) =>
        new(initialState: false, EventResetMode.ManualReset)
        {
            SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle),
        };

    // Any handle that can be waited for would do for the wait, such as one of an event that was signalled long ago; the number
    // named by Jupyter means a process only where the system knows which one.
    private static bool IsProcess(nint handle) =>
        GetProcessId(handle) != 0 && WaitForSingleObject(handle, milliseconds: 0) != Failed;

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint OpenProcess(uint access, int inheritHandle, uint process);

    [LibraryImport("kernel32")]
    private static partial uint GetProcessId(nint process);

    [LibraryImport("kernel32")]
    private static partial uint WaitForSingleObject(nint handle, uint milliseconds);

    [LibraryImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    private static partial int QueryInformation(
        nint process,
        int kind,
        out ProcessInformation information,
        int size,
        out int written
    );

    // PROCESS_BASIC_INFORMATION
    private struct ProcessInformation
    {
        public nint ExitStatus;
        public nint Environment;
        public nint Affinity;
        public nint Priority;
        public nint Process;
        public nint Parent;
    }
}
