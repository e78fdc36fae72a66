using System.Runtime.InteropServices;

namespace NotebookEngine.Limits;

/// <summary>
/// How many files a process may have open at once (<c>ulimit -n</c>). A runtime, a compiler and a library are some hundred files. A
/// process with too few fails at whichever file comes next, and reports that as missing.
/// </summary>
internal static partial class OpenFileLimit
{
    /// <summary>Below this number not even one lesson ran: with 290 it failed, with 330 it passed.</summary>
    internal const int Least = 320;

    /// <summary>For many notebooks in one run: all lessons had up to 565 files open.</summary>
    internal const int Enough = 1024;

    internal static readonly string Remedy =
        $"allow {Enough}: ulimit -n {Enough} in the shell that starts it, or the limit 'nofile' of the container or service";

    /// <summary>The limit of this process; null where the system has none, as on Windows.</summary>
    internal static long? OfThisProcess()
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

    /// <summary>Why a process with this limit cannot run notebooks, and what to do; null where it can.</summary>
    internal static string? Refusal(long? limit) =>
        limit < Least ? $"this process may have only {limit} files open, and needs {Least}; {Remedy}" : null;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Current;
        public nuint Most;
    }
}
