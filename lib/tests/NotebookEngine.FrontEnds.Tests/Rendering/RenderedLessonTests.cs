using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>What a learner sees of an executed lesson, on a wide screen, on a phone and on paper.</summary>
public sealed class RenderedLessonTests(ConvertedLessons converted, NotebookPages pages)
{
    // A screen beside an editor, a phone, and a sheet of A4 between its margins.
    private const int Wide = 1000;
    private const int Phone = 360;
    private const int Paper = 720;

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_drawing_shows_and_nothing_is_asked_of_a_network(string lesson)
    {
        await using var page = await OpenAsync(lesson, PageTheme.Light);

        foreach (var width in new[] { Wide, Phone })
        {
            await page.ResizeAsync(width);
            Assert.Empty(await page.BlankDrawingsAsync());
        }

        Assert.Empty(page.Complaints);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Nothing_is_wider_than_its_place(string lesson)
    {
        await using var page = await OpenAsync(lesson, PageTheme.Light);

        await page.UnfoldAsync();
        foreach (var width in new[] { Wide, Phone })
        {
            await page.ResizeAsync(width);
            Assert.Empty(await page.TooWideAsync());
        }

        await page.PrintAsync();
        await page.ResizeAsync(Paper);
        Assert.Empty(await page.TooWideAsync());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task No_word_is_broken_inside_on_a_wide_screen(string lesson)
    {
        await using var page = await OpenAsync(lesson, PageTheme.Light);

        await page.ResizeAsync(Wide);
        await page.UnfoldAsync();

        Assert.Empty(await page.BrokenWordsAsync());
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Nobody_is_kept_out_by_contrast_name_or_structure(string lesson)
    {
        var axe = await AxeScript.ReadAsync();
        foreach (var theme in Enum.GetValues<PageTheme>())
        {
            await using var page = await OpenAsync(lesson, theme);

            await page.UnfoldAsync();
            await page.ResizeAsync(Wide);

            Assert.Empty(await page.InaccessibleAsync(axe));
        }
    }

    private async Task<RenderedLesson> OpenAsync(string lesson, PageTheme theme)
    {
        var path = await converted.PathOfAsync(lesson, theme);
        return await RenderedLesson.OpenAsync(await pages.BrowserAsync(), path);
    }
}
