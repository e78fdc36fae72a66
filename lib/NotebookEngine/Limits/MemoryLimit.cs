namespace NotebookEngine.Limits;

/// <summary>
/// How much memory a process may use. Where a container allows less than a run takes, the system kills the process, which can say nothing
/// then: so it is said before.
/// </summary>
internal static class MemoryLimit
{
    private const long Megabyte = 1 << 20;

    /// <summary>For one lesson: its process took 280 MB.</summary>
    internal const long Least = 400;

    /// <summary>For many notebooks in one run: all lessons took 1140 MB.</summary>
    internal const long Enough = 1200;

    internal static readonly string Remedy =
        $"give the container or service {Enough * 4 / 3} MB, or run few notebooks at a time";

    /// <summary>Megabytes that .NET may use in this process: of a container with a limit three quarters of that.</summary>
    internal static long OfThisProcess() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;

    /// <summary>What a run of many notebooks says before it starts; null where there is enough.</summary>
    internal static string? Warning(long megabytes) =>
        megabytes < Enough
            ? $"this process may use {megabytes} MB of memory, and many notebooks in one run take up to {Enough} MB. If it ends without a word, the system has killed it: {Remedy}"
            : null;
}
