using System.Runtime.InteropServices;

namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// The identity of this machine, which tells it from others that share a disk. On macOS the machine's name changes with its
/// network, so that yesterday's keys would seem to be another machine's; its hardware UUID does not change.
/// </summary>
internal static class ThisMachine
{
    /// <summary>What key folders are marked with.</summary>
    public static string Id => IdFrom(Environment.MachineName, OperatingSystem.IsMacOS() ? HardwareUuid() : null);

    internal static string IdFrom(string name, Guid? hardwareUuid) =>
        hardwareUuid is { } uuid ? $"the Mac with hardware UUID {uuid.ToString().ToUpperInvariant()}" : name;

    // Null where the system does not tell, as in some sandboxes; the name must do then.
    private static Guid? HardwareUuid()
    {
        try
        {
            var uuid = new byte[16];
            var noWaiting = default(TimeSpec);
            return GetHostUuid(uuid, ref noWaiting) == 0 ? new Guid(uuid, bigEndian: true) : null;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "gethostuuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetHostUuid([Out] byte[] uuid, ref TimeSpec wait);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
