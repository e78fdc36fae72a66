namespace NotebookEngine.Installation.Checks;

/// <summary>VS Code from the snap store has a data folder of its own, in which it looks for the user's kernels.</summary>
internal sealed class SnapCheck(Machine machine, InstallAdvice install) : ICheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Judge()]);

    private IEnumerable<Finding> Judge()
    {
        if (machine.IsWindows || machine.IsMacOS || machine.Home is "")
        {
            yield break;
        }

        var snap = machine.BelowHome("snap", "code", "current");
        var data = machine.Join(snap, ".local", "share", "jupyter");
        if (Directory.Exists(snap) && !FoundKernelspec.In([data]).Any(kernelspec => kernelspec.IsOurs))
        {
            yield return Finding.Warning(
                "snap",
                $"VS Code is installed as a snap and looks for the user's kernels in {data}",
                $"{install.InWorkspace}, or {install.In(data)}"
            );
        }
    }
}
