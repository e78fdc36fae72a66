using System.Runtime.InteropServices;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>Elsewhere than on Windows a process that loses its parent is given another one at once.</summary>
internal sealed partial class PosixParent : ParentProcess
{
    private const int NoSignal = 0;
    private const int NoSuchProcess = 3;

    private readonly int _parent = GetParent();
    private readonly int _named;

    // A number that means nothing here, such as one from outside a container, says nothing.
    internal PosixParent(int named) => _named = named > 1 && Exists(named) ? named : 0;

    internal override bool HasGone => GetParent() != _parent || (_named > 0 && !Exists(_named));

    private static bool Exists(int process) =>
        Signal(process, NoSignal) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
