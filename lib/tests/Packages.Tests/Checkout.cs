using System.Xml.Linq;

namespace Packages.Tests;

/// <summary>The checkout that these tests were built from, and what of it is packed.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Lib => Path.Combine(Root, "lib");

    /// <summary>Names of the packages that are .NET tools.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["ClientAuth.Server", "ClientAuth.Tester"];

    /// <summary>Names of the projects that say of themselves, or whose folder says, that they are packed.</summary>
    // Only where they may be: other tests make and delete folders in lib/artifacts/ at the same time.
    public static IReadOnlyList<string> PackedProjects { get; } =
    [
        .. new[] { Lib, Path.Combine(Lib, "tools") }
            .SelectMany(folder => Directory.EnumerateDirectories(folder))
            .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".csproj"))
            .Where(File.Exists)
            .Where(path => IsPacked(path) || IsPacked(PropsBeside(path)))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The one place that has the version.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Lib, "Directory.Build.props")).Descendants("Version").Single().Value;

    private static string PropsBeside(string project) =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(project))!, "Directory.Build.props");

    private static bool IsPacked(string file) =>
        File.Exists(file) && XDocument.Load(file).Descendants("IsPackable").Any(property => property.Value == "true");

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
