using System.Collections.Concurrent;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

[assembly: AssemblyFixture(typeof(Lessons.Tests.Engine))]

namespace Lessons.Tests;

/// <summary>The one runner of this process, which the tests share; a lesson as it is committed runs once for all of them.</summary>
public sealed class Engine : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<NotebookResult>>> _asCommitted = new(
        StringComparer.Ordinal
    );
    private readonly SessionFactory _sessions = new(TimeProvider.System);
    private readonly NotebookRunner _runner;

    public Engine() => _runner = new NotebookRunner(_sessions, TimeProvider.System);

    /// <summary>The lesson as it stands in the checkout.</summary>
    public Task<NotebookResult> RunAsCommittedAsync(string lesson) =>
        _asCommitted
            .GetOrAdd(lesson, name => new(() => RunAsync(Notebook.Read(Checkout.PathOf(name)), CancellationToken.None)))
            .Value;

    /// <summary>A notebook, for example a lesson with an exercise solved.</summary>
    public Task<NotebookResult> RunAsync(Notebook notebook, CancellationToken cancellationToken) =>
        _runner.RunAsync(notebook, new RunOptions(), progress: null, cancellationToken);

    public void Dispose() => _sessions.Dispose();
}
