using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Rendering;

/// <summary>What is wrong with one lesson as a learner sees it: on a wide screen, on a phone and on paper, one line each.</summary>
/// <param name="BlankDrawings">Drawings that show nothing, with all folds as they stand.</param>
/// <param name="TooWide">What is wider than its place, with all folds open.</param>
/// <param name="BrokenWords">Words broken inside on the wide screen.</param>
/// <param name="Inaccessible">What keeps people out: names and structure, and contrast in both themes.</param>
/// <param name="Complaints">Errors of scripts, and requests for anything but files.</param>
internal sealed record LessonFindings(
    IReadOnlyList<string> BlankDrawings,
    IReadOnlyList<string> TooWide,
    IReadOnlyList<string> BrokenWords,
    IReadOnlyList<string> Inaccessible,
    IReadOnlyList<string> Complaints
)
{
    // A screen beside an editor, a phone, and a sheet of A4 between its margins.
    private const int Wide = 1000;
    private const int Phone = 360;
    private const int Paper = 720;

    /// <summary>Looks at both pages of a lesson, each opened once: a page of a megabyte takes seconds to lay out.</summary>
    /// <param name="browser">Opens them.</param>
    /// <param name="pathOf">The page in a theme.</param>
    /// <param name="axe">The script of axe-core; without it nothing is found inaccessible.</param>
    public static async Task<LessonFindings> OfAsync(
        Chromium browser,
        Func<PageTheme, Task<string>> pathOf,
        string? axe
    )
    {
        List<string> blank = [];
        List<string> tooWide = [];
        await using var light = await RenderedLesson.OpenAsync(browser, await pathOf(PageTheme.Light));
        foreach (var width in new[] { Phone, Wide })
        {
            await light.ResizeAsync(width);
            blank.AddRange(await light.BlankDrawingsAsync());
        }

        await light.UnfoldAsync();
        var broken = await light.BrokenWordsAsync();
        List<string> inaccessible = axe is null ? [] : [.. await light.InaccessibleAsync(axe)];
        foreach (var width in new[] { Wide, Phone })
        {
            await light.ResizeAsync(width);
            tooWide.AddRange(await light.TooWideAsync());
        }

        await light.PrintAsync();
        await light.ResizeAsync(Paper);
        tooWide.AddRange(await light.TooWideAsync());

        if (axe is not null)
        {
            await using var dark = await RenderedLesson.OpenAsync(browser, await pathOf(PageTheme.Dark));
            await dark.ResizeAsync(Wide);
            await dark.UnfoldAsync();
            inaccessible.AddRange(await dark.TooPaleAsync(axe));
        }

        return new LessonFindings(blank, tooWide, broken, inaccessible, [.. light.Complaints]);
    }
}
