namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>A page with a lesson that has run, opened when the first test asks.</summary>
public sealed class LessonPage : IAsyncDisposable
{
    // It has a chart, views of what the server checked, and everything else that a lesson may show.
    private const string Lesson = "08-choosing-a-method.ipynb";

    private readonly NotebookPages _pages;
    private readonly Lazy<Task<NotebookPage>> _page;

    public LessonPage(NotebookPages pages)
    {
        _pages = pages;
        _page = new(OpenAsync);
    }

    internal Task<NotebookPage> RunAsync() => _page.Value;

    public async ValueTask DisposeAsync()
    {
        if (_page is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _page.Value).DisposeAsync();
        }
    }

    private async Task<NotebookPage> OpenAsync()
    {
        var page = await _pages.OpenAsync(Lesson);
        await page.RunAllAsync();
        return page;
    }
}
