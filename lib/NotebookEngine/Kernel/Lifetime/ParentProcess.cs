using System.Globalization;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>
/// Who started this kernel: the operating system's parent, and the process that Jupyter names in <c>JPY_PARENT_PID</c>, which
/// differs where a launcher stands between. A kernel whose starter has gone serves nobody, so a launcher must stay, or
/// become the kernel, as a script's <c>exec</c> does; <c>nohup</c> does not keep a kernel alive.
/// </summary>
internal abstract class ParentProcess
{
    /// <summary>A process's number; on Windows a handle of the process, inherited by the kernel.</summary>
    private const string NamedByJupyter = "JPY_PARENT_PID";

    /// <summary>Whether it has ended. Costs a call of the operating system.</summary>
    internal abstract bool HasGone { get; }

    /// <summary>Looks once at who started this process.</summary>
    internal static ParentProcess OfThisProcess()
    {
        _ = long.TryParse(
            Environment.GetEnvironmentVariable(NamedByJupyter),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var named
        );
        return OperatingSystem.IsWindows() ? new WindowsParent((nint)named) : new PosixParent((int)named);
    }
}
