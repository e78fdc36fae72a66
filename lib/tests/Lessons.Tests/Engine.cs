using System.Collections.Concurrent;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

[assembly: AssemblyFixture(typeof(Lessons.Tests.Engine))]

namespace Lessons.Tests;

/// <summary>The one runner of this process, which the tests share. Each lesson is run twice for all of them: as it stands, and as learners do.</summary>
public sealed class Engine : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<NotebookResult>>> _asItStands = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<NotebookResult>>> _asLearner = new(StringComparer.Ordinal);
    private readonly SessionFactory _sessions = new(TimeProvider.System);
    private readonly NotebookRunner _runner;

    public Engine() => _runner = new NotebookRunner(_sessions, TimeProvider.System);

    /// <summary>Every cell once, as it stands in the working copy; before the last one the lab's secrets are told: see <see cref="TellerCell"/>.</summary>
    public Task<NotebookResult> RunAsItStandsAsync(string lesson) =>
        OnceAsync(_asItStands, lesson, () => RunAsync(TellerCell.InsertInto(WorkingCopy.Read(lesson))));

    /// <summary>Every cell several times, in one lab: see <see cref="LearnersRun"/>.</summary>
    public Task<NotebookResult> RunAsLearnerAsync(string lesson) =>
        // What fails in one way must not keep the cells after it from being tried in the others.
        OnceAsync(
            _asLearner,
            lesson,
            () => RunAsync(LearnersRun.Of(WorkingCopy.Read(lesson)), new RunOptions { KeepGoing = true })
        );

    /// <summary>A notebook of a test's own.</summary>
    public Task<NotebookResult> RunAsync(Notebook notebook, RunOptions? options = null) =>
        // One test that is cancelled must not end a run that others wait for.
        _runner.RunAsync(notebook, options ?? new RunOptions(), progress: null, CancellationToken.None);

    public void Dispose() => _sessions.Dispose();

    private static Task<NotebookResult> OnceAsync(
        ConcurrentDictionary<string, Lazy<Task<NotebookResult>>> runs,
        string lesson,
        Func<Task<NotebookResult>> run
    ) => runs.GetOrAdd(lesson, _ => new(run)).Value.WaitAsync(TestContext.Current.CancellationToken);
}
