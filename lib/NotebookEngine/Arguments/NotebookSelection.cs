using System.Text.RegularExpressions;

namespace NotebookEngine.Arguments;

/// <summary>Finds the notebooks that the command's names mean.</summary>
/// <param name="startFolder">Absolute path; <c>notebooks/</c> is looked for here and above.</param>
internal sealed partial class NotebookSelection(string startFolder)
{
    private const string FolderName = "notebooks";
    private const string Extension = ".ipynb";
    private const string GoThere = "Change to the repository's folder";
    private const string GoThereOrName = $"{GoThere}, or name the notebooks to run";

    /// <summary>Absolute paths, each once: with no names every <c>notebooks/NN-*.ipynb</c> in order.</summary>
    /// <exception cref="UsageException">There is no <c>notebooks/</c>, or a name means nothing.</exception>
    internal IReadOnlyList<string> Resolve(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return Lessons(RequiredFolder(GoThereOrName));
        }

        return [.. names.SelectMany(Resolve).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The same as without names, for a command that takes none.</summary>
    /// <exception cref="UsageException">There is no <c>notebooks/</c>.</exception>
    internal IReadOnlyList<string> All() => Lessons(Folder());

    /// <summary>The folder that holds the notebooks.</summary>
    /// <exception cref="UsageException">There is no <c>notebooks/</c>.</exception>
    internal string Folder() => RequiredFolder(GoThere);

    private IReadOnlyList<string> Resolve(string name)
    {
        var path = Path.GetFullPath(name, startFolder);
        if (File.Exists(path))
        {
            return [path];
        }

        var lessons = Lessons(RequiredFolder(GoThereOrName));
        var exact = lessons.Where(lesson => Path.GetFileName(lesson) == name || Name(lesson) == name).ToList();
        var matching = exact is []
            ? [.. lessons.Where(lesson => Name(lesson).StartsWith(name, StringComparison.Ordinal))]
            : exact;
        return matching is []
            ? throw new UsageException(
                $"there is no notebook '{name}'. There are: {string.Join(", ", lessons.Select(Name))}"
            )
            : matching;
    }

    private string RequiredFolder(string remedy)
    {
        for (var folder = startFolder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, FolderName);
            if (Directory.Exists(candidate) && Lessons(candidate) is not [])
            {
                return candidate;
            }
        }

        throw new UsageException(
            $"no folder '{FolderName}' with NN-*{Extension} files was found in {startFolder} or above. {remedy}"
        );
    }

    private static IReadOnlyList<string> Lessons(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, $"*{Extension}")
                .Where(path => LessonName.IsMatch(Path.GetFileName(path)))
                .Order(StringComparer.Ordinal),
        ];

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path);

    [GeneratedRegex(@"\A\d\d-.+\.ipynb\z")]
    private static partial Regex LessonName { get; }
}
