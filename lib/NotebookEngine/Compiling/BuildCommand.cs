namespace NotebookEngine.Compiling;

/// <summary>What a person types to have a missing library built.</summary>
internal static class BuildCommand
{
    private static readonly string[] Buildable = ["*.slnx", "*.sln", "*.csproj", "*.fsproj", "*.vbproj"];

    /// <summary>Names the solution or project that stands nearest above the library, where there is one.</summary>
    /// <param name="library">Absolute path of the library that is missing.</param>
    internal static string Advice(string library) =>
        Above(library).SelectMany(BuildableIn).FirstOrDefault() is { } found
            ? $"Build it with: dotnet build \"{found}\""
            : "Build the project that produces it";

    private static IEnumerable<DirectoryInfo> Above(string library)
    {
        for (var folder = new FileInfo(library).Directory; folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }

    private static IEnumerable<string> BuildableIn(DirectoryInfo folder)
    {
        try
        {
            return folder.Exists
                ? Buildable
                    .SelectMany(pattern => Directory.GetFiles(folder.FullName, pattern).Order(StringComparer.Ordinal))
                    .ToList()
                : [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
