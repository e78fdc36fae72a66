using NotebookEngine.FrontEnds.Tests.Page;

[assembly: AssemblyFixture(typeof(NotebookPages))]

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>One browser and one notebook server for all tests, started when the first one asks.</summary>
public sealed class NotebookPages : IAsyncDisposable
{
    private readonly NotebookFolder _notebooks = new();
    private readonly JupyterFolders _folders = new();
    private readonly Lazy<Task<Chromium>> _browser = new(Chromium.StartAsync);
    private readonly Lazy<Task<NotebookServer>> _server;

    public NotebookPages() => _server = new(() => NotebookServer.StartAsync(_notebooks, _folders));

    /// <summary>For pages of another server.</summary>
    internal Task<Chromium> BrowserAsync()
    {
        Chromium.MustBeThere();
        NotebookServer.MustBeThere();
        return _browser.Value;
    }

    /// <summary>A fresh copy of a lesson, on a kernel of its own.</summary>
    internal Task<NotebookPage> OpenAsync(string lesson) => OpenCopyAsync(() => _notebooks.Copy(lesson));

    /// <summary>A notebook with two empty cells, on a kernel of its own.</summary>
    internal Task<NotebookPage> OpenEmptyAsync() => OpenCopyAsync(_notebooks.AddEmpty);

    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _browser.Value).DisposeAsync();
        }

        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _server.Value).DisposeAsync();
        }

        _folders.Dispose();
        _notebooks.Dispose();
    }

    private async Task<NotebookPage> OpenCopyAsync(Func<string> copy)
    {
        var browser = await BrowserAsync();
        return await NotebookPage.OpenAsync(browser, await _server.Value, copy());
    }
}
