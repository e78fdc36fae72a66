using System.Runtime.InteropServices;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>A named pipe of Unix: who opens it waits until somebody opens its other end.</summary>
internal static class Fifo
{
    private const uint OwnerOnly = 0x180; // 0600

    /// <summary>Makes one; ends the test on Windows, which has none in its file system.</summary>
    public static string Make(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        Assert.Equal(0, Make(path, OwnerOnly));
        return path;
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    private static extern int Make([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
