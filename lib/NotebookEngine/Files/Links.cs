namespace NotebookEngine.Files;

/// <summary>Symbolic links on the way to a file.</summary>
internal static class Links
{
    // As many as Linux follows.
    private const int Most = 40;

    /// <summary>Whether two paths may differ in case and mean the same file, as a rule of the system.</summary>
    internal static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;

    /// <summary>The path without links. What does not exist on the way is kept as it is, and so is a circle of links.</summary>
    /// <param name="path">Absolute.</param>
    internal static string Follow(string path) => Follow(Path.TrimEndingDirectorySeparator(path), Most);

    private static string Follow(string path, int left)
    {
        if (left == 0 || Path.GetDirectoryName(path) is not { } above)
        {
            return path;
        }

        var folder = Follow(above, left);
        var here = Path.Combine(folder, Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target
            ? Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, folder)), left - 1)
            : here;
    }
}
