using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>A page whose cell does not end.</summary>
public sealed class InterruptedPageTests(NotebookPages pages)
{
    [Fact]
    public async Task A_loop_without_end_is_interrupted_and_after_a_restart_cells_run_again()
    {
        await using var page = await pages.OpenEmptyAsync();
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
