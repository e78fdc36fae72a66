using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>A lesson in a real notebook page, in a real browser.</summary>
public sealed class NotebookPageTests(NotebookPages pages) : IClassFixture<NotebookPages>
{
    // It has a chart, views of what the server checked, and everything else that a lesson may show.
    private const string Lesson = "08-choosing-a-method.ipynb";

    [Fact]
    public async Task A_lesson_runs_and_shows_its_chart_and_what_the_server_checked()
    {
        await using var page = await pages.OpenAsync(Lesson);

        await page.RunAllAsync();

        await Expect(page.Cells.Last.Locator(".output")).ToContainTextAsync("lab closed");
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
        await using var page = await pages.OpenAsync(Lesson);
        await page.RunAllAsync();

        var cell = await page.AddAsync("lab.Decis");
        await page.PressAsync("Tab");

        await Expect(cell.Locator(".CodeMirror")).ToContainTextAsync("lab.Decisions");
        await page.WriteAsync(cell, "lab.Cl");
        await page.PressAsync("Tab");
        await Expect(page.Completions.Filter(new() { HasText = "Clock" })).ToHaveCountAsync(1);
        await Expect(page.Completions.Filter(new() { HasText = "Client" })).Not.ToHaveCountAsync(0);
        await page.PhotographAsync("completion");
    }

    [Fact]
    public async Task Shift_Tab_shows_the_signature_and_the_documentation()
    {
        await using var page = await pages.OpenAsync(Lesson);
        await page.RunAllAsync();

        await page.AddAsync("lab.Decisions");
        await page.PressAsync("Shift+Tab");

        await Expect(page.Tooltip).ToContainTextAsync("LessonLab.Decisions(");
        await Expect(page.Tooltip).ToContainTextAsync("checked");
        await page.PhotographAsync("hover");
    }

    [Fact]
    public async Task A_loop_without_end_is_interrupted_and_after_a_restart_the_lesson_runs_again()
    {
        await using var page = await pages.OpenAsync(Lesson);
        var first = page.Cells.First;
        await page.WriteAsync(first, "Console.WriteLine(\"running\"); while (true) { }");
        await page.RunAsync();
        await Expect(first.Locator(".output")).ToContainTextAsync("running");
        await Expect(first.Locator(".input_prompt")).ToHaveTextAsync("In [*]:");

        await page.InterruptAsync();

        await Expect(first.Locator(".output_error")).ToContainTextAsync("Interrupted");
        await page.IdleAsync();
        await page.PhotographAsync("interrupted", first);
        await page.WriteAsync(first, "var remembered = 41; remembered + 1");
        await page.RunAsync();
        await Expect(first.Locator(".output_result")).ToHaveTextAsync("42");

        await page.RestartAsync();

        await page.WriteAsync(first, "remembered");
        await page.RunAsync();
        await Expect(first.Locator(".output_error")).ToContainTextAsync("remembered");
        await Expect(first.Locator(".input_prompt")).ToContainTextAsync("1");
        await page.PhotographAsync("restarted", first);
    }
}
