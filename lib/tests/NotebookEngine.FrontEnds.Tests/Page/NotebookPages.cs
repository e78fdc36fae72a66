namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>One server and one browser for the tests of a class.</summary>
public sealed class NotebookPages : IAsyncDisposable
{
    private readonly NotebookFolder _notebooks = new();
    private readonly JupyterFolders _folders = new();
    private NotebookServer? _server;
    private Chromium? _browser;

    /// <summary>A fresh copy of a lesson, on a kernel of its own.</summary>
    internal async Task<NotebookPage> OpenAsync(string lesson)
    {
        // Here and not before the tests: where one is missing, a test can be skipped.
        _browser ??= await Chromium.StartAsync();
        _server ??= await NotebookServer.StartAsync(_notebooks, _folders);
        return await NotebookPage.OpenAsync(_browser, _server, _notebooks.Copy(lesson));
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folders.Dispose();
        _notebooks.Dispose();
    }
}
