using NotebookEngine.Arguments;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Book;

/// <summary>The files that pages are made from, by path from the notebooks' folder.</summary>
/// <param name="folder">Absolute path of the notebooks' folder.</param>
/// <param name="lessons">In their order.</param>
internal sealed class BookSources(string folder, IReadOnlyList<Lesson> lessons)
{
    private static readonly string[] Kinds = [".md", ".html"];

    internal IReadOnlyList<Lesson> Lessons => lessons;

    /// <summary>Absolute path of the notebooks' folder.</summary>
    internal string Folder => folder;

    /// <summary>The file, from the notebooks' folder.</summary>
    internal static string Of(Lesson lesson) => Path.GetFileName(lesson.Notebook.Path);

    /// <summary>Markdown and HTML of the folder, then of its solutions.</summary>
    /// <exception cref="UsageException">Two files would take the place of one page, or a name is no address.</exception>
    internal IReadOnlyList<string> Texts()
    {
        List<string> texts =
        [
            .. TextsIn(folder),
            .. TextsIn(Path.Combine(folder, SolutionFile.FolderName))
                .Select(name => $"{SolutionFile.FolderName}/{name}"),
        ];
        if (texts.Concat(lessons.Select(Of)).FirstOrDefault(name => name.AsSpan().IndexOfAny("#?%") >= 0) is { } odd)
        {
            throw new UsageException($"{odd}: a page's address cannot hold '#', '?' or '%': rename it");
        }

        var doubled = texts
            .Concat(lessons.Select(Of))
            .GroupBy(Page.PathOf, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return doubled is null
            ? texts
            : throw new UsageException($"{string.Join(" and ", doubled)} would be one page, {doubled.Key}: rename one");
    }

    private static IEnumerable<string> TextsIn(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder)
                .Where(path => Kinds.Contains(Path.GetExtension(path)))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
            : [];
}
