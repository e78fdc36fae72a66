using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.CommandLine;

/// <summary>
/// What would end the process, or read its input, fails the cell; the run still reports. All cases are notebooks of one run: none of
/// them may disturb another.
/// </summary>
public sealed class ProcessGuardTests(GuardedRun run) : IClassFixture<GuardedRun>
{
    [Theory]
    [InlineData("exit", "Environment.Exit(code)")]
    [InlineData("fail-fast", "System.Environment.FailFast(\"gone\")")]
    public async Task A_call_that_would_end_the_process_fails_its_cell_alone(string notebook, string call) =>
        Assert.Equal(
            [
                $"FAILED {notebook}, cell 1 (only), line 2",
                $"   UnsupportedCall: '{call}' would end the whole run, not the cell. To end a cell early, use return;",
            ],
            (await run.FailureOfAsync(notebook)).Take(2)
        );

    [Theory]
    [InlineData("own-exit")]
    [InlineData("early-return")]
    public async Task A_method_of_the_cells_own_called_Exit_and_an_early_return_pass(string notebook) =>
        Assert.Empty(await run.FailureOfAsync(notebook));

    [Theory]
    [InlineData("stray-thread")]
    [InlineData("stray-async-void")]
    [InlineData("stray-pool")]
    public async Task An_exception_that_nothing_catches_fails_the_cell_that_started_its_thread(string notebook) =>
        Assert.Equal(
            [$"FAILED {notebook}, cell 1 (only), line 1", $"   System.Exception: {notebook}"],
            (await run.FailureOfAsync(notebook)).Take(2)
        );

    [Fact]
    public async Task Work_that_throws_after_its_cell_has_ended_fails_that_cell() =>
        Assert.Equal("FAILED stray-later, cell 1 (cause), line 2", (await run.FailureOfAsync("stray-later"))[0]);

    [Theory]
    [InlineData("deep-method")]
    [InlineData("deep-class")]
    [InlineData("deep-lambda")]
    public async Task Endless_recursion_fails_its_cell_alone(string notebook) =>
        Assert.StartsWith(
            "   System.InsufficientExecutionStackException: ",
            (await run.FailureOfAsync(notebook)).ElementAtOrDefault(1),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("read-line")]
    [InlineData("read")]
    [InlineData("read-to-end")]
    public async Task A_cell_cannot_read_the_input_of_the_command(string notebook) =>
        Assert.Equal(
            "   System.InvalidOperationException: This notebook runs where no user can type an answer, so there is no console input. "
                + "Give the value in the cell",
            (await run.FailureOfAsync(notebook)).ElementAtOrDefault(1)
        );

    [Fact]
    public async Task The_run_ends_in_order_and_counts_them_all() =>
        Assert.Equal((1, "3 passed, 12 failed"), await run.EndAsync());

    [Fact]
    public async Task A_run_that_a_library_ends_does_not_look_passed()
    {
        using var folder = new TempFolder();
        GuardedRun.Write(folder, "before", "1");
        GuardedRun.Write(folder, "ended", "typeof(Environment).GetMethod(\"Exit\").Invoke(null, [0]);");

        var (exitCode, lines, errors) = await EngineProcess.RunAsync(
            folder.Path,
            "run",
            "before.ipynb",
            "ended.ipynb",
            "--parallel",
            "1",
            "--json",
            "results.json"
        );

        Assert.Equal(1, exitCode);
        Assert.Equal("ended too early: something that a cell called has ended the process", errors.Trim());
        Assert.Equal(["CANCELLED ended: 0 of 1 cells had ended", "1 passed, 1 failed"], lines[^2..]);
        Assert.Equal(
            ["passed", "cancelled"],
            JsonNode.Parse(File.ReadAllText(folder.File("results.json")))!["notebooks"]!
                .AsArray()
                .Select(notebook => (string?)notebook!["outcome"])
        );
    }
}
