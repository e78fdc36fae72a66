using NotebookEngine.FrontEnds.Tests.Page;
using NotebookEngine.FrontEnds.Tests.Processes;
using static Microsoft.Playwright.Assertions;

namespace NotebookEngine.FrontEnds.Tests.Deaths;

/// <summary>The same with a notebook's page, its server, and a kernel between them.</summary>
public sealed class PageDeathTests : IAsyncLifetime
{
    private const string Notebook = "deaths.ipynb";

    private readonly NotebookFolder _notebooks = new();
    private readonly JupyterFolders _folders = new();
    private readonly CallingCell _cell = new();
    private NotebookServer? _server;
    private Chromium? _browser;

    public async ValueTask InitializeAsync()
    {
        NotebookFile.Write(Path.Combine(_notebooks.Root, Notebook), "", "");
        _browser = await Chromium.StartAsync();
        _server = await NotebookServer.StartAsync(_notebooks, _folders);
    }

    [Fact]
    public async Task A_kernel_whose_server_is_killed_ends()
    {
        await using var page = await StartCellAsync();
        await _cell.ProcessIdAsync();

        await _server!.Program.KillAsync();

        using var limit = TestLimit.Start();
        await _server.Program.Family.GoneAsync(limit.Token);
    }

    [Fact]
    public async Task The_death_of_the_kernel_is_told_and_a_new_one_takes_over()
    {
        await using var page = await StartCellAsync();

        UnixSignal.Kill(await _cell.ProcessIdAsync());

        await Expect(page.Dialog).ToContainTextAsync("The kernel appears to have died. It will restart automatically.");
        await page.PhotographAsync("kernel-died");
        await page.AnswerAsync("OK");
        await page.IdleAsync();
        await page.WriteAsync(page.Cells.Last, "6 * 7");
        await page.RunAsync();
        await Expect(page.Cells.Last.Locator(".output_result")).ToHaveTextAsync("42");
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _cell.Dispose();
        _folders.Dispose();
        _notebooks.Dispose();
    }

    private async Task<NotebookPage> StartCellAsync()
    {
        var page = await NotebookPage.OpenAsync(_browser!, _server!, Notebook);
        await page.WriteAsync(page.Cells.First, _cell.Source("while (true) { }"));
        await page.RunAsync();
        return page;
    }
}
