using System.Xml;
using System.Xml.Linq;

namespace NotebookEngine.Installation.Checks;

/// <summary>Where the source of a built assembly is: the project of its name in a folder above, and those that it references.</summary>
internal static class LibrarySources
{
    /// <returns>A source file that is newer than the assembly it is compiled into, or null.</returns>
    internal static string? NewerThan(string library)
    {
        var folder = Path.GetDirectoryName(library)!;
        var projects = new Queue<string>(ProjectAbove(library) is { } project ? [project] : []);
        var seen = new HashSet<string>(projects, StringComparer.Ordinal);
        while (projects.TryDequeue(out var next))
        {
            var built = Path.Combine(folder, Path.GetFileNameWithoutExtension(next) + ".dll");
            if (File.Exists(built) && SourcesOf(next).FirstOrDefault(source => IsNewer(source, built)) is { } newer)
            {
                return newer;
            }

            foreach (var reference in ReferencesOf(next).Where(seen.Add))
            {
                projects.Enqueue(reference);
            }
        }

        return null;
    }

    private static string? ProjectAbove(string library)
    {
        var name = Path.GetFileNameWithoutExtension(library);
        for (var folder = Path.GetDirectoryName(library); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var project = Path.Combine(folder, name, name + ".csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        return null;
    }

    private static IEnumerable<string> SourcesOf(string project) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split('/', '\\').Any(part => part is "obj" or "bin"));

    private static IEnumerable<string> ReferencesOf(string project)
    {
        try
        {
            return
            [
                .. XDocument
                    .Load(project)
                    .Descendants("ProjectReference")
                    .Select(reference => (string?)reference.Attribute("Include"))
                    .OfType<string>()
                    .Select(path => Path.GetFullPath(path.Replace('\\', '/'), Path.GetDirectoryName(project)!))
                    .Where(File.Exists),
            ];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static bool IsNewer(string source, string built) =>
        File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(built);
}
