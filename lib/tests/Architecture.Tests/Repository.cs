namespace Architecture.Tests;

/// <summary>The checkout that these tests were built from, found from the test assembly upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Lib => Path.Combine(Root, "lib");

    /// <summary>Every C# source of the rooms of lib/, without what the build generates.</summary>
    public static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Lib, "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsBelow(path, "artifacts") && !IsBelow(path, "bin") && !IsBelow(path, "obj"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

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
