namespace NotebookEngine.Installation;

/// <summary>The folders in which front ends look for kernels, below each of them in <c>kernels/</c>.</summary>
/// <param name="Named">Those of <c>JUPYTER_PATH</c>, in its order; what is not absolute there is left out, as VS Code does.</param>
/// <param name="User">The user's own.</param>
/// <param name="System">Those of all users.</param>
internal sealed record JupyterPaths(IReadOnlyList<string> Named, string User, IReadOnlyList<string> System)
{
    internal const string PathVariable = "JUPYTER_PATH";

    /// <summary>The first one of all users, on Linux and macOS.</summary>
    internal const string SystemFolder = "/usr/local/share/jupyter";

    /// <summary>All of them, in the order of the search.</summary>
    internal IEnumerable<string> InOrder => [.. Named, User, .. System];

    /// <exception cref="InstallationException">The user has no folder.</exception>
    internal static JupyterPaths For(Machine machine) =>
        new(Split(machine, machine.Variable(PathVariable)), UserData(machine), SystemData(machine));

    /// <summary>The absolute folders in a value of <c>JUPYTER_PATH</c>.</summary>
    internal static IReadOnlyList<string> Split(Machine machine, string? value) =>
        [
            .. (value ?? "")
                .Split(machine.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(machine.IsAbsolute),
        ];

    private static string UserData(Machine machine) =>
        machine.Folder("JUPYTER_DATA_DIR")
        ?? (
            machine.IsWindows
                ? machine.Join(machine.Folder("APPDATA") ?? machine.BelowHome("AppData", "Roaming"), "jupyter")
            : machine.IsMacOS ? machine.BelowHome("Library", "Jupyter")
            : machine.Join(machine.Folder("XDG_DATA_HOME") ?? machine.BelowHome(".local", "share"), "jupyter")
        );

    private static IReadOnlyList<string> SystemData(Machine machine) =>
        machine.IsWindows
            ? machine.Folder("PROGRAMDATA") is { } programData
                ? [machine.Join(programData, "jupyter")]
                : []
            : [SystemFolder, "/usr/share/jupyter"];
}
