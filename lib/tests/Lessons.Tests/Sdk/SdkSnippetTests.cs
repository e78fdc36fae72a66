using System.Text.RegularExpressions;
using Lessons.Tests.Pages;

namespace Lessons.Tests.Sdk;

/// <summary>
/// What lessons say in the words of the mobile SDKs stands in <c>data/sdk-snippets.json</c>, so that it is checked in one place when a
/// version appears. After a change there, run these tests once with <c>UPDATE_LESSONS=1</c>: they then write the cells.
/// </summary>
[Collection(nameof(WrittenPage))] // one after the other: with UPDATE_LESSONS they write the same files
public sealed class SdkSnippetTests
{
    private const int LongestLine = 88;

    private static readonly SdkSnippets Snippets = SdkSnippets.Read();

    public static TheoryData<string> Lessons => [.. Snippets.Cells.Select(cell => cell.Lesson)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_cell_of_the_lesson_is_written_from_the_data(string lesson) =>
        WrittenCell.HoldAsync(lesson, "sdk", Snippets.TextOf(Snippets.Cells.Single(cell => cell.Lesson == lesson)));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_shows_each_sdk_once(string lesson) =>
        Assert.Equal(
            Snippets.Languages,
            Snippets.Cells.Single(cell => cell.Lesson == lesson).Snippets.Select(snippet => snippet.Language)
        );

    [Fact]
    public void The_page_of_counterparts_is_written_from_the_data() =>
        WrittenPage.Hold($"notebooks/{SdkPage.Name}", SdkPage.Of(Snippets, LessonManifest.ReadAll()));

    [Fact]
    public void Each_name_of_a_counterpart_stands_in_a_snippet_of_its_lesson() =>
        Assert.Empty(
            from row in Snippets.Counterparts
            from language in Snippets.Languages
            let code = string.Concat(
                Snippets
                    .Cells.Single(cell => cell.Lesson == row.Lesson)
                    .Snippets.Single(one => one.Language == language)
                    .Code
            )
            from name in row.Names[language]
            from part in name.Split('.')
            where !Regex.IsMatch(code, $@"\b{Regex.Escape(part)}\b")
            select $"{row.Credential}: {language}: {name}"
        );

    [Fact]
    public void No_line_is_cut_off_in_a_page() =>
        Assert.Empty(
            from cell in Snippets.Cells
            from snippet in cell.Snippets
            from line in snippet.Code
            where line.Length > LongestLine
            select $"{cell.Lesson}: {line}"
        );

    [Fact]
    public Task No_other_cell_shows_code_of_a_mobile_sdk() =>
        Task.WhenAll(
            from lesson in Checkout.Lessons
            select WorkingCopy.HoldAsync(
                lesson.Data,
                notebook =>
                    Assert.Empty(
                        from cell in notebook.Cells
                        where cell.Id != "sdk"
                        from language in Snippets.Languages
                        where cell.Source.Contains($"```{language}\n", StringComparison.Ordinal)
                        select $"{cell.Id}: {language}"
                    )
            )
        );
}
