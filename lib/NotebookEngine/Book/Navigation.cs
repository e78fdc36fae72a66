namespace NotebookEngine.Book;

/// <summary>The contents of the book beside each page: lessons, pages to look things up in, and what lies in folders.</summary>
/// <param name="pages">All pages, lessons first and in their order.</param>
/// <param name="questions">How many questions each lesson has, by its source.</param>
internal sealed class Navigation(IReadOnlyList<Page> pages, IReadOnlyDictionary<string, int> questions)
{
    // A list that is longer than a screen helps nobody.
    private const int MostHeadings = 24;

    internal string Beside(Page current) =>
        $"""
            <nav id="book-contents" aria-label="Contents">
            <div id="book-progress" hidden></div>
            <h2>Lessons</h2>
            {List(current, pages.Where(page => page.IsLesson))}<h2>To look things up</h2>
            {List(current, pages.Where(page => !page.IsLesson && !page.IsIndex && page.ToRoot == ""))}{Folders(
                current
            )}</nav>
            """.ReplaceLineEndings(
            "\n"
        );

    /// <summary>Links to the lessons before and after; nothing on other pages.</summary>
    internal string Neighbours(Page current)
    {
        var lessons = pages.Where(page => page.IsLesson).ToList();
        var at = lessons.IndexOf(current);
        return at < 0
            ? ""
            : $"""
                <nav class="neighbours" aria-label="Lessons before and after">
                {Neighbour(lessons.ElementAtOrDefault(at - 1), "prev", "← {0}")}{Neighbour(
                    lessons.ElementAtOrDefault(at + 1),
                    "next",
                    "{0} →"
                )}</nav>

                """.ReplaceLineEndings(
                "\n"
            );
    }

    private static string Neighbour(Page? page, string relation, string text) =>
        page is null
            ? ""
            : $"<a rel=\"{relation}\" href=\"{page.ToRoot}{Html.Text(page.Path)}\">{Html.Text(text.Replace("{0}", page.Title, StringComparison.Ordinal))}</a>\n";

    private string Folders(Page current) =>
        string.Concat(
            pages
                .Where(page => page.ToRoot != "")
                .GroupBy(page => page.Source[..page.Source.LastIndexOf('/')])
                .Select(folder =>
                    $"<details{(folder.Contains(current) ? " open" : "")}><summary>{Html.Text(Capital(folder.Key))}</summary>\n{List(current, folder)}</details>\n"
                )
        );

    private string List(Page current, IEnumerable<Page> listed) =>
        $"<ul>\n{string.Concat(listed.Select(page => Item(current, page)))}</ul>\n";

    private string Item(Page current, Page page)
    {
        var data = page.IsLesson
            ? $" data-lesson=\"{Html.Text(page.Path)}\" data-questions=\"{questions.GetValueOrDefault(page.Source)}\""
            : "";
        var mark = page == current ? " aria-current=\"page\"" : "";
        return $"<li{data}><a href=\"{current.ToRoot}{Html.Text(page.Path)}\"{mark}>{Html.Text(page.Title)}</a>"
            + $"{(page == current ? Headings(page) : "")}</li>\n";
    }

    private static string Headings(Page page)
    {
        var headings = page.Sections.Where(section => section is { Level: 2, Anchor: not "" }).ToList();
        return headings.Count is 0 or > MostHeadings
            ? ""
            : $"<ul>{string.Concat(headings.Select(heading => $"<li><a href=\"#{Html.Text(heading.Anchor)}\">{Html.Text(heading.Heading)}</a></li>"))}</ul>";
    }

    internal static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
