using Microsoft.Playwright;
using NotebookEngine.FrontEnds.Tests.Page;

namespace NotebookEngine.FrontEnds.Tests.Book;

/// <summary>A page of the web edition, opened from disk in a browser that reaches no network.</summary>
internal sealed class BookPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _book;
    private readonly List<string> _complaints = [];

    private BookPage(IBrowserContext context, IPage page, string book)
    {
        (_context, Page, _book) = (context, page, book);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) =>
            Note(
                !request.Url.StartsWith("file:", StringComparison.Ordinal)
                    && !request.Url.StartsWith("data:", StringComparison.Ordinal),
                $"request: {request.Url}"
            );
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console, exceptions in scripts, and requests for anything but files.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<BookPage> OpenAsync(Chromium browser, string book, string page, bool scripts)
    {
        var context = await browser.OfflineAsync(scripts);
        var opened = new BookPage(context, await context.NewPageAsync(), book);
        await opened.Page.SetViewportSizeAsync(1000, 900);
        await opened.GoAsync(page);
        return opened;
    }

    public Task GoAsync(string page) => Page.GotoAsync(new Uri(Path.Combine(_book, page)).AbsoluteUri);

    public ILocator this[string selector] => Page.Locator(selector);

    /// <summary>What the contents say of the reader's progress.</summary>
    public Task<string> ProgressAsync() => Page.Locator("#book-progress p").InnerTextAsync();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool applies, string complaint)
    {
        if (applies)
        {
            _complaints.Add($"{Path.GetFileName(Page.Url)}: {complaint}");
        }
    }
}
