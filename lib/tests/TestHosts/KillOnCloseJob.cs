using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TestHosts;

/// <summary>
/// A Windows job that this process enters, and with it all that it starts from then on. When the last handle of the job is closed,
/// which the end of this process does, Windows ends whatever is left in it.
/// </summary>
internal sealed class KillOnCloseJob : IDisposable
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    private readonly nint _job;

    private KillOnCloseJob(nint job) => _job = job;

    public static KillOnCloseJob Enter()
    {
        var job = CreateJob(0, null);
        var limits = new ExtendedLimits { LimitFlags = KillOnJobClose };
        if (
            job == 0
            || !SetInformation(job, ExtendedLimitInformation, in limits, Marshal.SizeOf<ExtendedLimits>())
            || !Assign(job, Process.GetCurrentProcess().Handle)
        )
        {
            throw new Win32Exception();
        }

        return new KillOnCloseJob(job);
    }

    // The handle stays open: to close it is to end this process. Its own end closes it.
    public void Dispose() => GC.KeepAlive(_job);

    [DllImport("kernel32", EntryPoint = "CreateJobObjectW", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern nint CreateJob(nint attributes, string? name);

    [DllImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetInformation(nint job, int informationClass, in ExtendedLimits limits, int size);

    [DllImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Assign(nint job, nint process);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperationCount;
        public ulong WriteOperationCount;
        public ulong OtherOperationCount;
        public ulong ReadTransferCount;
        public ulong WriteTransferCount;
        public ulong OtherTransferCount;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
