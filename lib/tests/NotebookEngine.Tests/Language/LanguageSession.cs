using NotebookEngine.Execution;
using NotebookEngine.Language;
using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Language;

/// <summary>A session whose cells have run, and what an editor asks about the next one. A | stands for the cursor.</summary>
internal sealed class LanguageSession : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly NotebookSession _session;
    private int _count;

    internal LanguageSession(Engine engine)
    {
        _session = engine.Open(_folder.Path);
        Language = new CellLanguage(_session, Log.Add);
    }

    internal TempFolder Folder => _folder;

    internal CellLanguage Language { get; }

    internal List<string> Log { get; } = [];

    /// <summary>Runs a cell, which must not fail to compile.</summary>
    internal async Task RunAsync(string source)
    {
        var failure = await _session.ExecuteAsync(new CellExecution($"In [{++_count}]", source, _ => { }));
        Assert.NotEqual(FailureKind.Compilation, failure?.Kind);
    }

    internal Task<Completions> CompleteAsync(string marked)
    {
        var (code, cursor) = Split(marked);
        return Language.CompleteAsync(code, cursor, TestContext.Current.CancellationToken);
    }

    /// <summary>The texts alone.</summary>
    internal async Task<IEnumerable<string>> TextsAsync(string marked) =>
        (await CompleteAsync(marked)).Matches.Select(match => match.Text);

    internal Task<Hover?> HoverAsync(string marked, int detailLevel = 0)
    {
        var (code, cursor) = Split(marked);
        return Language.InspectAsync(code, cursor, detailLevel, TestContext.Current.CancellationToken);
    }

    /// <summary>The plain text alone.</summary>
    internal async Task<string?> ExplainAsync(string marked, int detailLevel = 0) =>
        (await HoverAsync(marked, detailLevel))?.PlainText;

    public void Dispose()
    {
        Language.Dispose();
        _session.Dispose();
        _folder.Dispose();
    }

    private static (string Code, int Cursor) Split(string marked)
    {
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return (marked.Remove(cursor, 1), cursor);
    }
}
