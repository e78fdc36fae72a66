using System.Runtime.InteropServices;

namespace ClientAuth.Credentials.Files;

/// <summary>
/// Tells pipes, devices and sockets from files, without opening them: opening a pipe waits until somebody opens its other end.
/// </summary>
public static class SpecialFile
{
    // What POSIX calls S_IFMT, S_IFREG and S_IFDIR; .NET's own library has them the same on every system.
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    // The mode is the second of the 32-bit numbers that .NET's library begins with; the rest is of no interest.
    private const int ModeOffset = sizeof(int);
    private const int StatusSize = 256;

    /// <summary>Whether there is something that is neither file nor folder; where a link leads is what counts.</summary>
    /// <param name="path">May be anything.</param>
    public static bool IsAt(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // The full path of NUL, COM1 and named pipes.
            return path.StartsWith(@"\\.\", StringComparison.Ordinal);
        }

        var status = new byte[StatusSize];
        return Stat(path, status) == 0
            && (BitConverter.ToInt32(status, ModeOffset) & TypeMask) is not (Regular or Folder);
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] status);
}
