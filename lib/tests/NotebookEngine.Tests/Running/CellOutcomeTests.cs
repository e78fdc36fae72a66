using NotebookEngine.Execution;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Running;

public sealed class CellOutcomeTests(Engine engine)
{
    [Theory]
    [InlineData("throw new Exception(\"boom\");", "System.Exception")]
    [InlineData("nonsense", "CS0103")]
    public async Task A_cell_tagged_raises_exception_passes_when_it_fails_and_keeps_the_error(
        string source,
        string name
    )
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", source, "raises-exception").Code("b", "1"));

        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
        Assert.Null(result["a"].Failure);
        Assert.Equal(name, result["a"].Error?.Name);
        Assert.Equal(CellOutcome.Passed, result["b"].Outcome);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_fails_when_it_ends_well()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "1", "raises-exception"));

        Assert.Equal(NotebookOutcome.Failed, result.Outcome);
        Assert.Equal(FailureKind.NoException, result["a"].Failure?.Kind);
        Assert.Equal(
            "the cell is tagged raises-exception, but it neither threw nor failed to compile",
            result["a"].Failure?.Message
        );
    }

    [Fact]
    public async Task A_notebook_stops_at_its_first_failure()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "1").Code("b", "nonsense").Code("c", "3"));

        Assert.Equal(
            [CellOutcome.Passed, CellOutcome.Failed, CellOutcome.Skipped],
            result.Cells.Select(cell => cell.Outcome)
        );
        Assert.Equal("cell b failed before it", result["c"].SkipReason);
        Assert.Equal([1, 2, null], result.Cells.Select(cell => cell.ExecutionCount));
        Assert.Same(result["b"], result.FirstFailure);
    }

    [Fact]
    public async Task Keep_going_runs_the_cells_after_a_failure()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "var x = 1;\nthrow new Exception();").Code("b", "x"),
            new RunOptions { KeepGoing = true }
        );

        Assert.Equal(NotebookOutcome.Failed, result.Outcome);
        Assert.Equal(CellOutcome.Passed, result["b"].Outcome);
    }

    [Fact]
    public async Task A_cell_tagged_skip_execution_is_not_run_and_says_so()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "nonsense", "skip-execution").Code("b", "1"));

        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
        Assert.Equal(CellOutcome.Skipped, result["a"].Outcome);
        Assert.Equal("tagged skip-execution", result["a"].SkipReason);
        Assert.Equal(1, result["b"].ExecutionCount);
    }

    [Fact]
    public async Task Markdown_is_no_result()
    {
        var result = await engine.RunAsync(new NotebookText().Markdown("text", "# Hello").Code("a", "1"));

        Assert.Equal(["a"], result.Cells.Select(cell => cell.Id));
        Assert.Equal(
            "lesson has no code cell 'text'",
            Assert.Throws<KeyNotFoundException>(() => result["text"]).Message
        );
    }
}
