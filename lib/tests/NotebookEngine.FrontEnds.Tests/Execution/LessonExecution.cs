using NotebookEngine.FrontEnds.Tests.Outputs;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>A lesson in the hands of a tool that knows nothing of this engine shows what the engine's own runner shows.</summary>
public abstract class LessonExecution(HeadlessRun headless)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    private protected abstract NotebookTool Tool { get; }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_shows_what_the_headless_runner_shows(string lesson)
    {
        using var folders = new JupyterFolders();
        var committed = Path.Combine(Checkout.Notebooks, lesson);
        var target = folders.File(lesson);
        await using var tool = Tool.Start(committed, target, folders);

        var exitCode = await tool.EndAsync();

        Assert.True(exitCode == 0, tool.Output);
        var saved = SavedNotebook.Read(target);
        var differences = OutputDifference.Between(await headless.OfAsync(lesson), saved);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Equal(
            Enumerable.Range(1, saved.CodeCells.Count),
            saved.CodeCells.Select(cell => cell.ExecutionCount!.Value)
        );
        // Whoever saves a lesson after running it has changed nothing else: neither its language nor any metadata.
        Assert.Equal(
            await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken),
            SavedNotebook.TextWithoutOutputs(target)
        );
        Assert.Empty(tool.Family.Alive());
        Assert.Empty(folders.ConnectionFiles());
    }
}
