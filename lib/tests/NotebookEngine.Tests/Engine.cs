using NotebookEngine.Notebooks;
using NotebookEngine.Running;
using NotebookEngine.Sessions;
using NotebookEngine.Tests;

[assembly: AssemblyFixture(typeof(Engine))]

namespace NotebookEngine.Tests;

/// <summary>The runner of this test process: console and working directory exist once, so all tests share it.</summary>
public sealed class Engine : IDisposable
{
    public Engine() => Runner = new NotebookRunner(Sessions, TimeProvider.System);

    public NotebookRunner Runner { get; }

    internal SessionFactory Sessions { get; } = new(TimeProvider.System);

    /// <summary>Opens a session without a notebook.</summary>
    internal NotebookSession Open(string folder) => Sessions.Open(folder);

    /// <summary>Runs a notebook in a folder of its own.</summary>
    public async Task<NotebookResult> RunAsync(NotebookText notebook, RunOptions? options = null)
    {
        using var folder = new TempFolder();
        return await RunAsync(folder, notebook, options);
    }

    public async Task<NotebookResult> RunAsync(TempFolder folder, NotebookText notebook, RunOptions? options = null)
    {
        var path = folder.Write("lesson.ipynb", notebook.ToString());
        return await Runner.RunAsync(
            Notebook.Read(path),
            options ?? new RunOptions(),
            progress: null,
            TestContext.Current.CancellationToken
        );
    }

    public void Dispose() => Sessions.Dispose();
}
