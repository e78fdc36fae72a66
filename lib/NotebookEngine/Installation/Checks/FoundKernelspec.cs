namespace NotebookEngine.Installation.Checks;

/// <summary>A kernelspec in a folder that a front end searches.</summary>
/// <param name="Folder">Absolute path; the folder's name is the kernel's name.</param>
/// <param name="Spec">Null where the file cannot be read.</param>
/// <param name="Unreadable">Why it cannot be read, or null.</param>
internal sealed record FoundKernelspec(string Folder, Kernelspec? Spec, string? Unreadable)
{
    internal string Name => Path.GetFileName(Folder);

    /// <summary>The folder in whose <c>kernels/</c> it is.</summary>
    internal string DataFolder => Path.GetDirectoryName(Path.GetDirectoryName(Folder)!)!;

    internal bool IsOurs => Spec is { IsOurs: true };

    internal bool IsCSharp => string.Equals(Spec?.Language, "C#", StringComparison.OrdinalIgnoreCase);

    /// <summary>Files that it names and that are not there: it would not start.</summary>
    internal IReadOnlyList<string> Missing =>
        [.. (Spec?.Argv ?? []).Where(argument => Path.IsPathFullyQualified(argument) && !Path.Exists(argument))];

    internal string Whose =>
        IsOurs ? "this engine"
        : Spec is null ? "an unknown kernel"
        : $"another's: {string.Join(' ', Spec.Argv)}";

    /// <summary>All below some folders, in the order of the search.</summary>
    internal static IReadOnlyList<FoundKernelspec> In(IEnumerable<string> dataFolders) =>
        [
            .. dataFolders
                .Distinct(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "kernels"))
                .SelectMany(SubfoldersOf)
                .Where(folder => File.Exists(Path.Combine(folder, Kernelspec.FileName)))
                .Select(Read),
        ];

    private static IEnumerable<string> SubfoldersOf(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static FoundKernelspec Read(string folder)
    {
        try
        {
            return new FoundKernelspec(folder, Kernelspec.Read(folder), null);
        }
        catch (UnreadableKernelspecException problem)
        {
            return new FoundKernelspec(folder, null, problem.InnerException!.Message);
        }
    }
}
