using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Outputs;

// Folders take turns. A test that asked for its own between these two notebooks would keep them from ever meeting.
[CollectionDefinition(nameof(ParallelOutputTests), DisableParallelization = true)]
[Collection(nameof(ParallelOutputTests))]
public sealed class ParallelOutputTests(Engine engine)
{
    // The two can only end if they really run side by side: each waits for the other's file.
    [Theory]
    [InlineData("Console.Out")]
    [InlineData("Console.Error")]
    public async Task Notebooks_that_run_at_once_keep_their_output_apart(string writer)
    {
        using var folder = new TempFolder();
        Notebook[] notebooks = [Meeting(folder, writer, "left", "right"), Meeting(folder, writer, "right", "left")];

        var results = await engine.Runner.RunAllAsync(
            notebooks,
            new RunOptions { Parallel = 2 },
            progress: null,
            TestContext.Current.CancellationToken
        );

        foreach (var result in results)
        {
            Assert.Equal(NotebookOutcome.Passed, result.Outcome);
            Assert.Equal(string.Concat(Enumerable.Repeat($"{result.Name}\n", 200)), result["write"].Printed);
        }
    }

    [Fact]
    public async Task The_console_is_untouched_where_no_cell_runs()
    {
        var original = new StringWriter { NewLine = "\n" };
        using var routing = new NotebookEngine.Execution.RoutingTextWriter("stdout", new(), original);

        await engine.RunAsync(new NotebookText().Code("a", "Console.Write(\"in a cell\");"));
        await routing.WriteLineAsync("outside");

        Assert.Equal("outside\n", original.ToString());
    }

    private static Notebook Meeting(TempFolder folder, string writer, string self, string other) =>
        Notebook.Read(
            folder.Write(
                $"{self}.ipynb",
                new NotebookText()
                    .Code(
                        "meet",
                        $$"""
                        await System.IO.File.WriteAllTextAsync("{{self}}", "");
                        while (!System.IO.File.Exists("{{other}}")) await Task.Yield();
                        """
                    )
                    .Code(
                        "write",
                        $$"""
                        for (var n = 0; n < 200; n++)
                        {
                            {{writer}}.WriteLine("{{self}}");
                            await Task.Yield();
                        }
                        """
                    )
                    .ToString()
            )
        );
}
