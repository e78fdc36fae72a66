using NotebookEngine.Execution;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Running;

public sealed class TimeLimitTests(Engine engine)
{
    [Theory]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("while (!System.IO.File.Exists(stop)) { }")]
    public async Task A_cell_that_never_ends_is_given_up_even_with_keep_going(string endless)
    {
        using var folder = new TempFolder();
        var stop = folder.File("stop");
        var result = await engine.RunAsync(
            folder,
            new NotebookText().Code("a", $"var stop = @\"{stop}\";\n{endless}", "raises-exception").Code("b", "1"),
            new RunOptions { CellTimeout = TimeSpan.FromSeconds(1.5), KeepGoing = true }
        );
        File.WriteAllText(stop, "");

        Assert.Equal(NotebookOutcome.TimedOut, result.Outcome);
        Assert.Equal(CellOutcome.TimedOut, result["a"].Outcome);
        Assert.Equal(FailureKind.Timeout, result["a"].Failure?.Kind);
        Assert.Equal("the cell did not end within 1.5 s", result["a"].Failure?.Message);
        Assert.Equal("Timeout", result["a"].Error?.Name);
        Assert.Equal("cell a timed out before it", result["b"].SkipReason);
    }
}
