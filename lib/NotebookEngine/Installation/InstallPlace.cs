namespace NotebookEngine.Installation;

/// <summary>One place where the kernel can be: for the user, for everybody, in a checkout, or in a folder given by name.</summary>
/// <param name="DataFolder">What Jupyter calls a data folder: kernels are in <c>kernels/</c> below it.</param>
/// <param name="CopiesFolder">Where the copies of the engine are, a folder each.</param>
/// <param name="Workspace">The checkout that the place belongs to, or null.</param>
internal sealed record InstallPlace(string DataFolder, string CopiesFolder, string? Workspace)
{
    internal const string KernelName = ".net-csharp";
    private const string CopiesName = "notebook-engine";

    /// <summary>Whether front ends look here without being told to.</summary>
    internal bool IsSearched { get; private init; }

    /// <summary>Whether every account of the machine uses the kernel, and only the one that installs may change it.</summary>
    internal bool IsEverybodys { get; init; }

    internal string KernelspecFolder => Path.Combine(DataFolder, "kernels", KernelName);

    /// <exception cref="InstallationException">The user has no folder.</exception>
    internal static InstallPlace ForUser(Machine machine) =>
        new(JupyterPaths.For(machine).User, machine.Join(ApplicationData(machine), CopiesName), null)
        {
            IsSearched = true,
        };

    /// <summary>
    /// For every account of the machine. On Windows it is below <c>%ProgramFiles%</c>: front ends search no folder there that
    /// administrators alone can write to. <c>%PROGRAMDATA%</c> is open to everybody, and Jupyter has ceased to look there (CVE-2025-30167).
    /// </summary>
    internal static InstallPlace ForEverybody(Machine machine) =>
        machine.IsWindows
            ? In(machine.Join(machine.Folder("ProgramFiles") ?? @"C:\Program Files", "jupyter")) with
            {
                IsEverybodys = true,
            }
            : new(JupyterPaths.SystemFolder, $"/usr/local/lib/{CopiesName}", null)
            {
                IsSearched = true,
                IsEverybodys = true,
            };

    /// <summary>All in one folder, for a container or an environment of its own.</summary>
    internal static InstallPlace In(string dataFolder) => new(dataFolder, Path.Combine(dataFolder, CopiesName), null);

    /// <summary>Inside the checkout that a folder is part of: the nearest folder with <c>.git</c>, or else the folder itself.</summary>
    internal static InstallPlace InWorkspaceOf(string folder)
    {
        var workspace = Upwards(folder).FirstOrDefault(above => Path.Exists(Path.Combine(above, ".git"))) ?? folder;
        return In(Path.Combine(workspace, ".jupyter")) with { Workspace = workspace };
    }

    /// <summary>As <see cref="Environment.SpecialFolder.LocalApplicationData"/>, but for whatever machine is asked about.</summary>
    /// <exception cref="InstallationException">The user has no folder.</exception>
    internal static string ApplicationData(Machine machine) =>
        machine.IsWindows ? machine.Folder("LOCALAPPDATA") ?? machine.BelowHome("AppData", "Local")
        : machine.IsMacOS ? machine.BelowHome("Library", "Application Support")
        : machine.Folder("XDG_DATA_HOME") ?? machine.BelowHome(".local", "share");

    private static IEnumerable<string> Upwards(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
