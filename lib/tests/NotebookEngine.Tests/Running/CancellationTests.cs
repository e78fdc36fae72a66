using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Running;

public sealed class CancellationTests(Engine engine)
{
    [Fact]
    public async Task Cancelling_gives_up_the_running_cell_and_the_runner_goes_on_with_others()
    {
        using var folder = new TempFolder();
        var endless = new NotebookText().Code("a", "await new TaskCompletionSource().Task;").ToString();
        using var cancel = new CancellationTokenSource();
        var progress = new OnCellStarted(cancel.Cancel);

        var result = await engine.Runner.RunAsync(
            Notebook.Read(folder.Write("lesson.ipynb", endless)),
            new RunOptions(),
            progress,
            cancel.Token
        );

        Assert.Equal(NotebookOutcome.Cancelled, result.Outcome);
        Assert.Equal(
            [(CellOutcome.Skipped, "the run was cancelled while it ran")],
            result.Cells.Select(cell => (cell.Outcome, cell.SkipReason))
        );
        Assert.Equal(NotebookOutcome.Passed, (await engine.RunAsync(new NotebookText().Code("a", "1"))).Outcome);
    }

    private sealed class OnCellStarted(Action action) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value is RunEvent.CellStarted)
            {
                action();
            }
        }
    }
}
