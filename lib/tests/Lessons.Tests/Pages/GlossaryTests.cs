using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace Lessons.Tests.Pages;

/// <summary>
/// A reader finds out what a word means where it first appears: each lesson links it to <c>notebooks/glossary.md</c>, and the lesson that
/// explains it is the first of the path that uses it. The page is written with <c>UPDATE_LESSONS=1</c>.
/// </summary>
[Collection(nameof(WrittenPage))] // one after the other: with UPDATE_LESSONS they write the same files
public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<GlossaryTerm> Terms = GlossaryTerm.ReadAll();

    // Written from data, or a heading over what follows.
    private static readonly string[] NotRead = ["box", "map", "sdk"];

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Fact]
    public void The_page_is_written_from_the_data() =>
        WrittenPage.Hold("notebooks/glossary.md", GlossaryTerm.Page(Terms, LessonManifest.ReadAll()));

    [Fact]
    public void Terms_stand_in_the_order_of_the_alphabet_and_once() =>
        Assert.Equal(
            Terms.Select(term => term.Term).Distinct().Order(StringComparer.OrdinalIgnoreCase),
            Terms.Select(term => term.Term)
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_first_use_of_a_term_links_to_what_it_means(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
                Assert.Empty(
                    from term in Terms
                    let uses = Prose(notebook).Select(cell => cell.Text).ToList()
                    let linked = uses.FindIndex(text => GlossaryLinks.AnchorsIn(text).Contains(term.Anchor))
                    let plain = uses.FindIndex(text => Mentions(GlossaryLinks.Remove(text), term))
                    where plain >= 0 && (linked < 0 || linked > plain)
                    select $"{Prose(notebook).ElementAt(plain).Id}: {term.Term}"
                )
        );

    [Fact]
    public async Task A_term_is_linked_in_the_lesson_that_explains_it()
    {
        foreach (var lesson in Terms.GroupBy(term => term.Lesson))
        {
            await WorkingCopy.HoldAsync(
                lesson.Key,
                notebook =>
                {
                    var prose = string.Concat(notebook.Cells.Select(cell => cell.Source));

                    Assert.Empty(lesson.Select(term => term.Anchor).Except(GlossaryLinks.AnchorsIn(prose)));
                }
            );
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_link_to_a_term_says_what_it_means_where_the_pointer_rests(string lesson)
    {
        var linking =
            from cell in WorkingCopy.Read(lesson).Cells
            where cell.Kind == CellKind.Markdown && !NotRead.Append("questions").Contains(cell.Id)
            where GlossaryLinks.AnchorsIn(cell.Source).Any()
            select (cell.Id, GlossaryLinks.Explain(cell.Source, Terms));

        foreach (var (id, explained) in linking)
        {
            await WrittenCell.HoldAsync(lesson, id, explained);
        }
    }

    private static IEnumerable<(string Id, string Text)> Prose(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown && !NotRead.Contains(cell.Id)
        select (cell.Id, NotProse.Replace(cell.Source, ""));

    private static bool Mentions(string text, GlossaryTerm term) =>
        term.Words.Any(word =>
            Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(word)}s?(?![\w-])", RegexOptions.IgnoreCase)
        );

    // Code, tables and headings.
    [GeneratedRegex(@"```.*?```|`[^`\n]*`|^\|[^\n]*|^#[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NotProse { get; }
}
