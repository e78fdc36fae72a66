using NotebookEngine.Files;

namespace NotebookEngine.Installation;

/// <summary>
/// What makes a checkout's own kernel known: VS Code reads <c>JUPYTER_PATH</c> from the file <c>.env</c> of the folder that is
/// opened. Every other line of that file stays as it is.
/// </summary>
internal sealed class WorkspaceFiles(string workspace, string dataFolder, StringComparer paths)
{
    internal WorkspaceFiles(string workspace, string dataFolder)
        : this(workspace, dataFolder, PathNames.Comparer) { }

    internal const string EnvName = ".env";
    private const string Assignment = JupyterPaths.PathVariable + "=";

    private readonly string _env = Path.Combine(workspace, EnvName);
    private readonly string _ignore = Path.Combine(dataFolder, ".gitignore");

    /// <summary>The value of <c>JUPYTER_PATH</c> in the file, or null.</summary>
    internal string? Value() => Lines().Find(IsAssignment) is { } line ? ValueOf(line) : null;

    internal void Write()
    {
        AtomicFile.Write(_ignore, "*\n");
        var lines = Lines();
        var index = lines.FindIndex(IsAssignment);
        // Unquoted, also with spaces in it: within quotes VS Code takes the \n of C:\new for a line's end.
        var line =
            Assignment + string.Join(Path.PathSeparator, [dataFolder, .. index < 0 ? [] : OthersIn(lines[index])]);
        if (index < 0)
        {
            lines.Insert(lines is [.., ""] ? lines.Count - 1 : lines.Count, line);
        }
        else
        {
            lines[index] = line;
        }

        Save(lines is [.., ""] ? lines : [.. lines, ""]);
    }

    /// <returns>Whether there was something of ours.</returns>
    internal bool Remove()
    {
        if (File.Exists(_ignore))
        {
            File.Delete(_ignore);
        }

        var lines = Lines();
        var index = lines.FindIndex(line => IsAssignment(line) && Folders(line).Contains(dataFolder, paths));
        if (index < 0)
        {
            return false;
        }

        var others = OthersIn(lines[index]);
        if (others is [])
        {
            lines.RemoveAt(index);
        }
        else
        {
            lines[index] = Assignment + string.Join(Path.PathSeparator, others);
        }

        if (lines.All(string.IsNullOrEmpty))
        {
            File.Delete(_env);
        }
        else
        {
            Save(lines);
        }

        return true;
    }

    private List<string> Lines() => File.Exists(_env) ? [.. File.ReadAllText(_env).Split('\n')] : [];

    private void Save(List<string> lines) => AtomicFile.Write(_env, string.Join('\n', lines));

    private List<string> OthersIn(string line) => [.. Folders(line).Where(folder => !paths.Equals(folder, dataFolder))];

    private static bool IsAssignment(string line) => line.TrimStart().StartsWith(Assignment, StringComparison.Ordinal);

    private static string[] Folders(string line) =>
        ValueOf(line).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    // Quotes around all of it do not belong to the value.
    private static string ValueOf(string line) =>
        line.Trim()[Assignment.Length..].Trim() switch
        {
            ['"', .. var value, '"'] => value,
            ['\'', .. var value, '\''] => value,
            var value => value,
        };
}
