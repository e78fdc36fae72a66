using NotebookEngine.Outputs;

namespace NotebookEngine.Tests.Outputs;

public sealed class OutputTests(Engine engine)
{
    [Fact]
    public async Task Outputs_keep_their_order_and_text_of_one_stream_is_joined()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code(
                "a",
                """
                Console.Write("one ");
                Console.WriteLine("two");
                3.Display();
                Console.Error.WriteLine("four");
                Console.WriteLine($"{5}");
                6
                """
            )
        );

        Assert.Equal(
            ["stdout: one two\n", "shown: 3", "stderr: four\n", "stdout: 5\n", "value: 6"],
            result["a"].Outputs.Select(Describe)
        );
    }

    [Theory]
    [InlineData("1 + 1;")]
    [InlineData("var x = 1;")]
    [InlineData("string? s = null;\ns")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("await Task.Yield()")]
    public async Task What_has_no_value_shows_none(string source)
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", source));

        Assert.Empty(result["a"].Shown);
    }

    [Fact]
    public async Task What_was_put_out_before_a_failure_is_kept_and_the_failure_comes_last()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code(
                "a",
                "Console.WriteLine(\"before\");\nthrow new Exception(\"boom\");",
                "raises-exception"
            )
        );

        Assert.Equal(["stdout: before\n", "error: System.Exception: boom"], result["a"].Outputs.Select(Describe));
        Assert.Equal(
            ["System.Exception: boom", "   line 2: throw new Exception(\"boom\");"],
            result["a"].Error!.Traceback
        );
    }

    [Fact]
    public async Task Work_that_outlives_its_cell_still_writes_to_the_cell_that_started_it()
    {
        var result = await engine.RunAsync(
            new NotebookText()
                .Code(
                    "start",
                    """
                    var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    var work = Task.Run(async () => { await go.Task; Console.Write("late"); });
                    """
                )
                .Code("wait", "go.SetResult();\nawait work;")
        );

        Assert.Equal("late", result["start"].Printed);
        Assert.Empty(result["wait"].Outputs);
    }

    [Fact]
    public async Task Work_that_does_not_flow_from_its_cell_still_writes_to_the_cell_that_holds_its_code()
    {
        var result = await engine.RunAsync(
            new NotebookText()
                .Code(
                    "handler",
                    """
                    var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    void Handle(object state) { Console.Write("handled"); done.SetResult(); }
                    """
                )
                .Code("call", "System.Threading.ThreadPool.UnsafeQueueUserWorkItem(Handle, null);\nawait done.Task;")
        );

        Assert.Equal("handled", result["handler"].Printed);
        Assert.Empty(result["call"].Outputs);
    }

    [Fact]
    public async Task Many_small_writes_become_one_output()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "for (var n = 0; n < 100_000; n++) Console.Write('x');")
        );

        Assert.Equal(100_000, Assert.IsType<CellOutput.Printed>(Assert.Single(result["a"].Outputs)).Text.Length);
    }

    private static string Describe(CellOutput output) =>
        output switch
        {
            CellOutput.Printed printed => $"{printed.To}: {printed.Text}",
            CellOutput.Displayed displayed => $"shown: {displayed.Data.Text}",
            CellOutput.Returned returned => $"value: {returned.Data.Text}",
            CellOutput.Failed failed => $"error: {failed.Name}: {failed.Message}",
            _ => "",
        };
}
