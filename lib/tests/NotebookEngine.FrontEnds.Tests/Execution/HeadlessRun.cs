using NotebookEngine.FrontEnds.Tests.Outputs;
using NotebookEngine.FrontEnds.Tests.Processes;

[assembly: AssemblyFixture(typeof(NotebookEngine.FrontEnds.Tests.Execution.HeadlessRun))]

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>Every lesson as the engine's own runner executes it, once for all tests; started when the first one asks.</summary>
public sealed class HeadlessRun : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headless-run-");
    private readonly Lazy<Task> _run;

    public HeadlessRun() => _run = new(RunAsync);

    /// <summary>The path of the executed lesson.</summary>
    internal async Task<string> PathOfAsync(string lesson)
    {
        await _run.Value;
        return Path.Combine(_folder.FullName, lesson);
    }

    internal async Task<SavedNotebook> OfAsync(string lesson) => SavedNotebook.Read(await PathOfAsync(lesson));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync()
    {
        await using var run = RunningProgram.Start(
            InstalledKernel.DotNet,
            [InstalledKernel.Engine, "run", "--cell-timeout", "300", "--out", _folder.FullName],
            Checkout.Root,
            new Dictionary<string, string>(),
            package: "nothing: it is the .NET SDK"
        );
        var exitCode = await run.EndAsync();
        Assert.True(exitCode == 0, run.Output);
    }
}
