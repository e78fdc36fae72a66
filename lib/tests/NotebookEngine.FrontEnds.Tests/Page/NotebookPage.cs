using Microsoft.Playwright;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>A notebook's page, used as a person uses it: through its menus and keys, waiting for what it shows.</summary>
internal sealed class NotebookPage(IPage page) : IAsyncDisposable
{
    private const string Idle = "#kernel_indicator_icon.kernel_idle_icon";

    /// <summary>The code cells, in order.</summary>
    public ILocator Cells => page.Locator(".code_cell");

    /// <summary>What the page asks or tells above everything else.</summary>
    public ILocator Dialog => page.Locator(".modal-dialog:visible");

    public ILocator Tooltip => page.Locator("#tooltip .tooltiptext");

    public ILocator Completions => page.Locator("#complete option");

    public static async Task<NotebookPage> OpenAsync(Chromium browser, NotebookServer server, string notebook)
    {
        var page = new NotebookPage(await browser.OpenAsync(server.Page(notebook)));
        await page.IdleAsync();
        return page;
    }

    public async Task RunAllAsync()
    {
        await ChooseAsync("Cell", "#run_all_cells");
        await IdleAsync();
    }

    public Task InterruptAsync() => ChooseAsync("Kernel", "#int_kernel");

    public async Task RestartAsync()
    {
        await ChooseAsync("Kernel", "#restart_kernel");
        await AnswerAsync("Restart");
        await IdleAsync();
    }

    /// <summary>Answers what the page asks, by the button of that name.</summary>
    public async Task AnswerAsync(string button)
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Puts a cell below all others and writes into it, key by key.</summary>
    public async Task<ILocator> AddAsync(string code)
    {
        var before = await Cells.CountAsync();
        await Cells.Last.Locator(".input_prompt").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("b");
        var cell = Cells.Nth(before);
        await WriteAsync(cell, code);
        return cell;
    }

    /// <summary>Replaces what is in the cell.</summary>
    public async Task WriteAsync(ILocator cell, string code)
    {
        await cell.Locator(".CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.TypeAsync(code);
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Runs the cell that is being written, without waiting for it.</summary>
    public Task RunAsync() => page.Keyboard.PressAsync("Control+Enter");

    /// <summary>Waits until the page shows an idle kernel, and a number instead of a star beside each cell that has run.</summary>
    public async Task IdleAsync()
    {
        await page.WaitForFunctionAsync(
            $$"""
            document.querySelector('{{Idle}}') !== null
              && ![...document.querySelectorAll('.input_prompt')].some(prompt => prompt.textContent.includes('*'))
            """
        );
    }

    /// <summary>Keeps a picture for people.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="at">Stands at the top of it.</param>
    public async Task PhotographAsync(string name, ILocator? at = null)
    {
        if (at is not null)
        {
            await at.EvaluateAsync("shown => shown.scrollIntoView()");
        }

        var path = Path.Combine(Artifacts.Folder, $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path });
        TestContext.Current.TestOutputHelper!.WriteLine($"screenshot: {path}");
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    private async Task ChooseAsync(string menu, string item)
    {
        await page.Locator("#menubar").GetByRole(AriaRole.Link, new() { Name = menu, Exact = true }).ClickAsync();
        await page.Locator($"{item} a").ClickAsync();
    }
}
