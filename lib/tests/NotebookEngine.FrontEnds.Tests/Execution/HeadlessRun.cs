using ExecutedLessons;
using NotebookEngine.Comparison;

[assembly: AssemblyFixture(typeof(NotebookEngine.FrontEnds.Tests.Execution.HeadlessRun))]

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>Every lesson as the engine's own runner executes it; started when the first test asks.</summary>
public sealed class HeadlessRun
{
    private readonly Lazy<Task<string>> _folder = new(() => HeadlessLessons.FolderAsync(Checkout.Root));

    /// <summary>The path of the executed lesson.</summary>
    internal async Task<string> PathOfAsync(string lesson) => Path.Combine(await _folder.Value, lesson);

    internal async Task<SavedNotebook> OfAsync(string lesson) => SavedNotebook.Read(await PathOfAsync(lesson));
}
