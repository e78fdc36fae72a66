using NotebookEngine.FrontEnds.Tests.Page;
using NotebookEngine.FrontEnds.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Deaths;

/// <summary>The same with a notebook's page, its server, and a kernel between them.</summary>
public sealed class PageDeathTests(NotebookPages pages) : IDisposable
{
    private readonly CallingCell _cell = new();

    [Fact]
    public async Task A_kernel_whose_server_is_killed_ends()
    {
        using var notebooks = new NotebookFolder();
        using var folders = new JupyterFolders();
        var browser = await pages.BrowserAsync();
        await using var server = await NotebookServer.StartAsync(notebooks, folders);
        await using var page = await NotebookPage.OpenAsync(browser, server, notebooks.AddEmpty());
        await StartCellAsync(page);
        await _cell.ProcessIdAsync();

        await server.Program.KillAsync();

        using var limit = TestLimit.Start();
        await server.Program.Family.GoneAsync(limit.Token);
    }

    [Fact]
    public async Task The_death_of_the_kernel_is_told_and_a_new_one_takes_over()
    {
        await using var page = await pages.OpenEmptyAsync();
        await StartCellAsync(page);

        UnixSignal.Kill(await _cell.ProcessIdAsync());

        await Expect(page.Dialog).ToContainTextAsync("The kernel appears to have died. It will restart automatically.");
        await page.PhotographAsync("kernel-died");
        await page.AnswerAsync("OK");
        await page.IdleAsync();
        await page.WriteAsync(page.Cells.Last, "6 * 7");
        await page.RunAsync();
        await Expect(page.Cells.Last.Locator(".output_result")).ToHaveTextAsync("42");
    }

    public void Dispose() => _cell.Dispose();

    private async Task StartCellAsync(NotebookPage page)
    {
        await page.WriteAsync(page.Cells.First, _cell.Source("while (true) { }"));
        await page.RunAsync();
    }
}
