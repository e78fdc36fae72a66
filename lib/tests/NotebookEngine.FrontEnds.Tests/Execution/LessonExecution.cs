using NotebookEngine.Comparison;

namespace NotebookEngine.FrontEnds.Tests.Execution;

/// <summary>A lesson in the hands of a tool that knows nothing of this engine shows what the engine's own runner shows.</summary>
public abstract class LessonExecution(HeadlessRun headless)
{
    private protected abstract NotebookTool Tool { get; }

    private protected Task AssertShowsWhatTheHeadlessRunnerShowsAsync(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                using var folders = new JupyterFolders();
                var source = Checkout.PathOf(lesson);
                var target = folders.File(lesson);
                await using var tool = Tool.Start(source, target, folders);

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
                    SavedNotebook.WithoutOutputs(await File.ReadAllTextAsync(source)),
                    SavedNotebook.WithoutOutputs(await File.ReadAllTextAsync(target))
                );
                Assert.Empty(tool.Family.Alive());
                Assert.Empty(folders.ConnectionFiles());
            }
        );
}
