using ExecutedLessons;
using NotebookEngine.FrontEnds.Tests.Page;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Book;

/// <summary>The web edition of the lessons with their stored outputs, and that of two small ones with a question; each written once.</summary>
public sealed class WrittenBooks : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("written-books-");
    private readonly NotebookPages _pages;
    private readonly Lazy<Task<string>> _whole;
    private readonly Lazy<Task<string>> _small;

    public WrittenBooks(NotebookPages pages)
    {
        _pages = pages;
        _whole = new(() => WriteAsync(Checkout.Root, "whole"));
        _small = new(() => WriteAsync(SmallCheckout(), "small"));
    }

    /// <summary>Absolute path of the book of all lessons.</summary>
    internal Task<string> WholeAsync()
    {
        Chromium.MustBeThere();
        return _whole.Value;
    }

    internal async Task<BookPage> OpenAsync(string page, bool scripts = true) =>
        await BookPage.OpenAsync(await _pages.BrowserAsync(), await WholeAsync(), page, scripts);

    internal async Task<BookPage> OpenSmallAsync(string page, bool scripts = true)
    {
        var browser = await _pages.BrowserAsync();
        return await BookPage.OpenAsync(browser, await _small.Value, page, scripts);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> WriteAsync(string checkout, string name)
    {
        var folder = Path.Combine(_folder.FullName, name);
        await using var engine = RunningProgram.Start(
            HeadlessLessons.DotNet,
            [HeadlessLessons.Engine, "book", "--stored", "--out", folder],
            checkout,
            new Dictionary<string, string>(),
            "the .NET SDK"
        );
        Assert.True(await engine.EndAsync() == 0, engine.Output);
        return folder;
    }

    private string SmallCheckout()
    {
        var notebooks = _folder.CreateSubdirectory("checkout/notebooks").FullName;
        File.WriteAllText(Path.Combine(notebooks, "quiz.json"), SmallLessons.Quiz);
        File.WriteAllText(Path.Combine(notebooks, "01-first.ipynb"), SmallLessons.First);
        File.WriteAllText(Path.Combine(notebooks, "02-second.ipynb"), SmallLessons.Second);
        return Path.Combine(_folder.FullName, "checkout");
    }
}
