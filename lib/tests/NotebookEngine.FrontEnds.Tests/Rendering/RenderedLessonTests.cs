namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>What a learner sees of an executed lesson, on a wide screen, on a phone and on paper.</summary>
public sealed class RenderedLessonTests(RenderedLessons rendered) : IClassFixture<RenderedLessons>
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_drawing_shows_and_nothing_is_asked_of_a_network(string lesson)
    {
        var found = await rendered.FindingsAsync(lesson);

        Assert.Empty(found.BlankDrawings);
        Assert.Empty(found.Complaints);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Nothing_is_wider_than_its_place(string lesson) =>
        Assert.Empty((await rendered.FindingsAsync(lesson)).TooWide);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task No_word_is_broken_inside_on_a_wide_screen(string lesson) =>
        Assert.Empty((await rendered.FindingsAsync(lesson)).BrokenWords);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Nobody_is_kept_out_by_contrast_name_or_structure(string lesson)
    {
        _ = await AxeScript.ReadAsync();

        Assert.Empty((await rendered.FindingsAsync(lesson)).Inaccessible);
    }
}
