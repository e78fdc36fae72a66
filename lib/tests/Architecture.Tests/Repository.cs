namespace Architecture.Tests;

/// <summary>The checkout that these tests were built from, found from the test assembly upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Lib => Path.Combine(Root, "lib");

    /// <summary>Every C# source of the rooms of lib/, without what the build generates.</summary>
    public static IEnumerable<string> Sources() =>
        Files("*.cs").Where(path => !IsBelow(path, "bin") && !IsBelow(path, "obj"));

    /// <summary>Every project of lib/.</summary>
    public static IEnumerable<string> Projects() => Files("*.csproj");

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    // Never what the build makes: other tests make and delete folders there at the same time.
    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateDirectories(Lib)
            .Where(folder => Path.GetFileName(folder) is not ("artifacts" or "bin"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories));

    private static bool IsBelow(string path, string folder) => Relative(path).Split('/').Contains(folder);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientAuthNotebooks.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No checkout of the project above {AppContext.BaseDirectory}.");
    }
}
