using System.Text;
using NotebookEngine.Arguments;
using NotebookEngine.Language;
using NotebookEngine.Learners;
using NotebookEngine.Sessions;

namespace NotebookEngine.Book;

/// <summary>Makes the whole book in memory.</summary>
internal static class BookMaker
{
    /// <param name="lessons">At least one, all of one folder.</param>
    /// <param name="sessions">Opens a session for the names that code uses; nothing runs in it.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <exception cref="UsageException">The notebooks' folder holds what no book can be made of.</exception>
    /// <exception cref="BrokenBookException">A link leads nowhere, or an anchor is there twice.</exception>
    internal static async Task<IReadOnlyList<BookFile>> MakeAsync(
        IReadOnlyList<Lesson> lessons,
        SessionFactory sessions,
        CancellationToken cancellationToken
    )
    {
        var sources = new BookSources(lessons[0].Notebook.Folder, lessons);
        var quiz = Quiz.Read(sources.Folder);
        var styles = new OutputStyles();
        var pages = await PagesAsync(sources, quiz, styles, sessions, cancellationToken);
        var links = new PageLinks(
            sources.Folder,
            pages.ToDictionary(page => page.Source, StringComparer.Ordinal),
            new Glossary(pages)
        );
        var questions = quiz.ToDictionary(
            lesson => $"{lesson.Key}.ipynb",
            lesson => lesson.Value.Count,
            StringComparer.Ordinal
        );
        var frame = new PageFrame(Course.NameOf(sources.Folder), new Navigation(pages, questions));
        List<BookFile> files = [.. pages.Select(page => BookFile.Text(page.Path, frame.Of(page, links.Resolve(page))))];
        Check(pages, links);
        return
        [
            .. files,
            .. links.Files.Select(path => new BookFile(path, File.ReadAllBytes(Path.Combine(sources.Folder, path)))),
            BookFile.Text(SearchIndex.FileName, SearchIndex.Of(pages)),
            BookFile.Text(OutputStyles.FileName, styles.Css),
            .. BookAssets.All,
        ];
    }

    private static async Task<List<Page>> PagesAsync(
        BookSources sources,
        IReadOnlyDictionary<string, IReadOnlyList<QuizQuestion>> quiz,
        OutputStyles styles,
        SessionFactory sessions,
        CancellationToken cancellationToken
    )
    {
        using var session = sessions.Open(sources.Folder);
        using var workspace = new SessionWorkspace(session);
        var maker = new PageMaker(new CodeColours(workspace), styles, quiz);
        var pages = new List<Page>();
        foreach (var lesson in sources.Lessons)
        {
            pages.Add(await maker.OfLessonAsync(BookSources.Of(lesson), lesson, cancellationToken));
        }

        foreach (var source in sources.Texts())
        {
            var text = await File.ReadAllTextAsync(Path.Combine(sources.Folder, source), cancellationToken);
            pages.Add(
                Path.GetExtension(source) == ".html"
                    ? PageMaker.OfHtml(source, text)
                    : await maker.OfMarkdownAsync(source, text, cancellationToken)
            );
        }

        if (!pages.Any(page => page.IsIndex))
        {
            var list = string.Concat(
                pages
                    .Where(page => page.IsLesson)
                    .Select(page => $"- <a href=\"{Uri.EscapeDataString(page.Source)}\">{Html.Text(page.Title)}</a>\n")
            );
            pages.Add(await maker.OfMarkdownAsync(Page.Index, $"# Lessons\n\n{list}", cancellationToken));
        }

        return pages;
    }

    private static void Check(IReadOnlyList<Page> pages, PageLinks links)
    {
        var problems = new StringBuilder();
        foreach (var dead in links.Dead)
        {
            problems.Append($"{dead.Source}: the link '{dead.Address}' leads nowhere: {dead.Reason}\n");
        }

        foreach (var page in pages)
        {
            foreach (
                var id in StartTags.Ids(page.Body).GroupBy(id => id, StringComparer.Ordinal).Where(id => id.Count() > 1)
            )
            {
                problems.Append(
                    $"{page.Source}: the anchor '{id.Key}' is there {id.Count()} times; give each its own name\n"
                );
            }
        }

        if (problems.Length > 0)
        {
            throw new BrokenBookException(problems.ToString().TrimEnd());
        }
    }
}

/// <summary>Links of a book lead nowhere, or anchors are there twice; the message has a line for each.</summary>
internal sealed class BrokenBookException(string message) : Exception(message);
