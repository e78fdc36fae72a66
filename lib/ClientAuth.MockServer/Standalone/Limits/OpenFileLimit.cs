using System.Runtime.InteropServices;

namespace ClientAuth.MockServer.Standalone.Limits;

/// <summary>
/// How many files and connections the process may have open at once (<c>ulimit -n</c>). With too few it fails at whichever file of the
/// runtime comes next, and the message says that this file is missing.
/// </summary>
internal static class OpenFileLimit
{
    /// <summary>With 170 the server did not start, with 200 it did; each connection takes one more.</summary>
    internal const int Least = 256;

    /// <summary>The limit of this process; null where the system has none, as on Windows.</summary>
    public static long? OfThisProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        // The number of RLIMIT_NOFILE differs: 7 on Linux, 8 on macOS. The runtime has raised the limit as far as it may.
        return GetLimit(OperatingSystem.IsLinux() ? 7 : 8, out var limit) == 0
            ? (long)Math.Min(limit.Current, long.MaxValue)
            : null;
    }

    /// <summary>Why a process with this limit does not start, and what to do; null where it does.</summary>
    public static string? Refusal(long? limit) =>
        limit < Least
            ? $"This process may have only {limit} files open, and the server needs {Least}; allow more with ulimit -n 1024 in the shell that starts it, or with the limit 'nofile' of the container or service."
            : null;

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Current;
        public nuint Most;
    }
}
