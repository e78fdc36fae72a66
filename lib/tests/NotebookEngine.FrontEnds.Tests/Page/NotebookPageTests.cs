using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>A lesson in a real notebook page, in a real browser; run once for all tests, each of which adds a cell of its own.</summary>
public sealed class NotebookPageTests(LessonPage lesson) : IClassFixture<LessonPage>
{
    [Fact]
    public async Task A_lesson_runs_and_shows_its_chart_and_what_the_server_checked()
    {
        var page = await lesson.RunAsync();

        var closed = page.Cells.Locator(".output", new() { HasText = "lab closed" });
        await Expect(closed).ToHaveCountAsync(1);
        await Expect(page.Cells.Locator(".output_error")).ToHaveCountAsync(0);
        var chart = page.Cells.Locator(".output_html svg").First;
        await Expect(chart).ToBeVisibleAsync();
        await page.PhotographAsync("lesson-chart", chart);
        var decisions = page.Cells.Locator(".output_html", new() { HasText = "What the server checked" }).First;
        await Expect(decisions).ToContainTextAsync("assertion.signature");
        await page.PhotographAsync("lesson-decisions", decisions);
        await page.PhotographAsync("lesson-top", page.Cells.First);
    }

    [Fact]
    public async Task Tab_completes_the_member_of_what_an_earlier_cell_made()
    {
        var page = await lesson.RunAsync();

        var cell = await page.AddAsync("lab.Decis");
        await page.PressAsync("Tab");

        await Expect(cell.Locator(".CodeMirror")).ToContainTextAsync("lab.Decisions");
        await page.WriteAsync(cell, "lab.Cl");
        await page.PressAsync("Tab");
        await Expect(page.Completions.Filter(new() { HasText = "Clock" })).ToHaveCountAsync(1);
        await Expect(page.Completions.Filter(new() { HasText = "Client" })).Not.ToHaveCountAsync(0);
        await page.PhotographAsync("completion");
        // The list stands over the page until it is closed.
        await page.PressAsync("Escape");
    }

    [Fact]
    public async Task Shift_Tab_shows_the_signature_and_the_documentation()
    {
        var page = await lesson.RunAsync();

        await page.AddAsync("lab.Decisions");
        await page.PressAsync("Shift+Tab");

        await Expect(page.Tooltip).ToContainTextAsync("LessonLab.Decisions(");
        await Expect(page.Tooltip).ToContainTextAsync("checked");
        await page.PhotographAsync("hover");
        await page.PressAsync("Escape");
    }
}
