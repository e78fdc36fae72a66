using ClientAuth.FailureCases.Catalogue;
using ClientAuth.Lab.Mistakes;

namespace ClientAuth.Lab.Tests.Mistakes;

/// <summary>The page for clients in trouble says what the data says, and leads somewhere. <c>UPDATE_REFERENCE=1</c> writes it.</summary>
public sealed class MistakePageTests
{
    private static readonly ClientMistakes All = ClientMistakes.Load();

    private static readonly LessonCells Lessons = new();

    public static TheoryData<string> Mistakes => [.. All.Mistakes.Select(mistake => mistake.Id)];

    [Fact]
    public void The_page_is_written_from_the_mistakes()
    {
        var path = Checkout.PathOf("notebooks", "CLIENT-TROUBLESHOOTING.md");
        var expected = new MistakePage(All, Lessons).Write();
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    // 49 were counted in public threads; 16 are rarer, or were met beside them.
    [Fact]
    public void Every_mistake_that_was_found_is_there() =>
        Assert.Equal((49, 65), (All.Mistakes.Count(mistake => mistake.Rank is not null), All.Mistakes.Count));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_leads_to_a_case_a_cell_or_the_reason_why_there_is_none(string id)
    {
        var mistake = All.Find(id);
        var cases = FailureCatalogue
            .Load(Checkout.PathOf("data", "failure-cases.json"))
            .Cases.Select(failureCase => failureCase.Id);

        Assert.Empty(mistake.Cases.Except(cases));
        Assert.True(
            mistake.LessonCell is not { } place || Lessons.Find(place) is not null,
            $"{id}: there is no cell {mistake.LessonCell}"
        );
        Assert.True(mistake.Cases is not [] || mistake.LessonCell is not null || mistake.NoneBecause is not null);
    }

    // Who searches for a message must find one entry.
    [Fact]
    public void No_message_stands_in_another_entry_as_well()
    {
        var messages =
            from mistake in All.Mistakes
            from symptom in mistake.Symptoms
            where symptom.Literal
            select (mistake.Id, symptom.Text);

        Assert.Empty(
            from one in messages
            from other in messages
            where one.Id != other.Id && other.Text.Contains(one.Text, StringComparison.OrdinalIgnoreCase)
            select $"{one.Id} and {other.Id}: {one.Text}"
        );
    }

    [Fact]
    public void Titles_are_different() =>
        Assert.Equal(All.Mistakes.Count, All.Mistakes.Select(mistake => mistake.Title).Distinct().Count());

    [Theory]
    [InlineData("README.md")]
    [InlineData("TROUBLESHOOTING.md")]
    public void The_page_is_found_from(string page) =>
        Assert.Contains(
            "](CLIENT-TROUBLESHOOTING.md)",
            File.ReadAllText(Checkout.PathOf("notebooks", page)),
            StringComparison.Ordinal
        );
}
