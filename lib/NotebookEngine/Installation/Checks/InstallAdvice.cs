namespace NotebookEngine.Installation.Checks;

/// <summary>The commands that install the kernel, for remedies: in a new place, or where a kernelspec is.</summary>
/// <param name="ForUser">Installs it for the user.</param>
/// <param name="UserFolder">The user's data folder.</param>
/// <param name="WorkspaceFolder">The data folder of the checkout.</param>
/// <param name="EverybodysFolder">The data folder of all accounts.</param>
internal sealed record InstallAdvice(string ForUser, string UserFolder, string WorkspaceFolder, string EverybodysFolder)
{
    internal string InWorkspace => $"{ForUser} --workspace";

    /// <summary>Installs in a data folder, whosever it is.</summary>
    internal string In(string dataFolder) =>
        IsSame(dataFolder, UserFolder) ? ForUser
        : IsSame(dataFolder, WorkspaceFolder) ? InWorkspace
        : IsSame(dataFolder, EverybodysFolder) ? $"{ForUser} --system"
        : $"{ForUser} --data-dir {ShellWord.Quoted(dataFolder)}";

    /// <summary>Installs where a kernelspec is: anywhere else that one would stay as it is.</summary>
    internal string Again(FoundKernelspec kernelspec) => In(kernelspec.DataFolder);

    private static bool IsSame(string folder, string other) =>
        PathNames.Comparer.Equals(Path.TrimEndingDirectorySeparator(folder), Path.TrimEndingDirectorySeparator(other));
}
