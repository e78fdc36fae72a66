namespace NotebookEngine.Installation;

/// <summary>Paths in command lines that a person copies into a shell.</summary>
internal static class ShellWord
{
    // What no shell takes for anything but itself, wherever it stands in a word.
    private const string Plain = "/._-+";

    // In PowerShell and cmd a path has these, too.
    private const string PlainOnWindows = @"\:";

    /// <summary>A path as the shell of this system takes it for one word.</summary>
    internal static string Quoted(string path) => Quoted(path, OperatingSystem.IsWindows());

    /// <summary>
    /// A path as a shell takes it for one word: with nothing around it where it needs nothing. A Unix shell reads nothing into what stands in
    /// single quotes; PowerShell and cmd have double quotes in common.
    /// </summary>
    internal static string Quoted(string path, bool isWindows)
    {
        var plain = isWindows ? Plain + PlainOnWindows : Plain;
        return path.Length > 0 && path.All(character => char.IsLetterOrDigit(character) || plain.Contains(character))
                ? path
            : isWindows ? $"\"{path}\""
            : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
