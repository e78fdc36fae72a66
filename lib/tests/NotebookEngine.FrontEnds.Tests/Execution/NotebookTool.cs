using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>A program of Jupyter's that runs a whole notebook on the kernel that it names, and saves it with its outputs.</summary>
internal sealed record NotebookTool(
    string Name,
    string Package,
    Func<bool> IsThere,
    Func<string, string, int, IEnumerable<string>> Arguments
)
{
    /// <summary>As a Python program uses it.</summary>
    public static NotebookTool Nbclient { get; } =
        new(
            // The system's: a version that a person has installed besides has other packages.
            "/usr/bin/python3",
            "python3-nbclient",
            () => Directory.Exists("/usr/lib/python3/dist-packages/nbclient"),
            (source, target, seconds) =>
                [
                    Path.Combine(AppContext.BaseDirectory, "Execution", "execute_notebook.py"),
                    source,
                    target,
                    Invariant($"{seconds}"),
                ]
        );

    public static NotebookTool Nbconvert { get; } =
        new(
            "jupyter-nbconvert",
            "jupyter-nbconvert",
            () => RequiredTools.IsThere("jupyter-nbconvert"),
            (source, target, seconds) =>
                [
                    "--to",
                    "notebook",
                    "--execute",
                    "--ExecutePreprocessor.record_timing=False",
                    Invariant($"--ExecutePreprocessor.timeout={seconds}"),
                    "--output-dir",
                    Path.GetDirectoryName(target)!,
                    "--output",
                    Path.GetFileName(target),
                    source,
                ]
        );

    /// <summary>Goes on after a cell that took too long, and after one that failed.</summary>
    public static NotebookTool NbconvertInterrupting { get; } =
        Nbconvert with
        {
            Arguments = (source, target, seconds) =>
                [
                    "--ExecutePreprocessor.interrupt_on_timeout=True",
                    "--allow-errors",
                    .. Nbconvert.Arguments(source, target, seconds),
                ],
        };

    /// <summary>Skips the test where the tool is missing, and fails it where CI promises every tool.</summary>
    public void MustBeThere()
    {
        if (!IsThere())
        {
            RequiredTools.Missing($"{Package}, as Debian names it, is not installed here.");
        }
    }

    /// <param name="source">The notebook; its folder is where the kernel starts.</param>
    /// <param name="target">Where it is saved.</param>
    /// <param name="folders">The tool's own.</param>
    /// <param name="seconds">What a cell may take.</param>
    public RunningProgram Start(string source, string target, JupyterFolders folders, int seconds = 120)
    {
        MustBeThere();
        return RunningProgram.Start(
            Name,
            Arguments(source, target, seconds),
            Path.GetDirectoryName(source)!,
            folders.Environment,
            Package
        );
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
