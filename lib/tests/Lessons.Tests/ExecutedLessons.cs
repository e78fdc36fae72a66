using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Every lesson with its outputs, as the main job writes them with <c>--out</c>.</summary>
public sealed class ExecutedLessons : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("executed-lessons-");

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var run = await ChildProcess.RunAsync(
            "dotnet",
            [typeof(NotebookRunner).Assembly.Location, "run", "--out", Folder],
            workingDirectory: Checkout.Root
        );
        Assert.True(run.ExitCode == 0, run.Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
