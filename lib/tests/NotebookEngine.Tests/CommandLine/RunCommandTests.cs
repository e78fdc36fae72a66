namespace NotebookEngine.Tests.CommandLine;

/// <summary>The command as a person gives it, in process: exit code, last line, files.</summary>
public sealed class RunCommandTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Without_arguments_every_lesson_runs()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Lesson("01-next", "2");
        _checkout.Folder.Write("notebooks/scratch.ipynb", "not a lesson, and no notebook either");

        var (exitCode, lines, errors) = await _checkout.InvokeAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("2 passed, 0 failed", lines[^1]);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_failing_cell_exits_1_and_is_named()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Lesson("01-next", "var x = 0;\n1 / x");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run");

        Assert.Equal(1, exitCode);
        Assert.Contains("FAILED 01-next, cell 1 (only), line 2", lines);
        Assert.Equal("1 passed, 1 failed", lines[^1]);
    }

    [Fact]
    public async Task A_cell_that_never_ends_exits_3()
    {
        _checkout.Lesson("00-start", "nonsense");
        _checkout.Lesson("01-next", "await new TaskCompletionSource().Task;");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--cell-timeout", "1.5");

        Assert.Equal(3, exitCode);
        Assert.Contains("TIMED OUT 01-next, cell 1 (only)", lines);
        Assert.Equal("0 passed, 2 failed", lines[^1]);
    }

    [Fact]
    public async Task An_unreadable_notebook_exits_4_is_named_and_never_rewritten()
    {
        _checkout.Lesson("00-start", "1");
        var broken = _checkout.Folder.Write("notebooks/01-broken.ipynb", "{ \"cells\": [");
        var before = File.ReadAllBytes(broken);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--out", "executed");

        Assert.Equal(4, exitCode);
        Assert.Contains($"UNREADABLE {broken}", lines);
        Assert.Equal("1 passed, 1 failed", lines[^1]);
        Assert.Equal(before, File.ReadAllBytes(broken));
    }

    [Fact]
    public async Task Executed_notebooks_and_reports_are_written_where_asked()
    {
        var lesson = _checkout.Lesson("00-start", "1 + 1");
        var before = File.ReadAllBytes(lesson);

        var (exitCode, _, _) = await _checkout.InvokeAsync(
            "run",
            "00",
            "--out",
            "executed",
            "--junit",
            "out/results.xml",
            "--json",
            "out/results.json",
            "--summary",
            "out/summary.md"
        );

        Assert.Equal(0, exitCode);
        Assert.Contains("\"execute_result\"", File.ReadAllText(_checkout.Folder.File("executed/00-start.ipynb")));
        Assert.Contains("<testcase", File.ReadAllText(_checkout.Folder.File("out/results.xml")));
        Assert.Contains("\"passed\": 1", File.ReadAllText(_checkout.Folder.File("out/results.json")));
        Assert.Contains("| 00-start | passed | 1 of 1 |", File.ReadAllText(_checkout.Folder.File("out/summary.md")));
        Assert.Equal(before, File.ReadAllBytes(lesson));
        Assert.Equal(
            [
                "executed/00-start.ipynb",
                "notebooks/00-start.ipynb",
                "out/results.json",
                "out/results.xml",
                "out/summary.md",
            ],
            _checkout.Files()
        );
    }

    [Fact]
    public async Task Plain_progress_is_one_line_per_cell_and_one_per_notebook()
    {
        _checkout.Folder.Write(
            "notebooks/02-secret.ipynb",
            new NotebookText().Markdown("intro", "# Hello").Code("open", "1").Code("basic-header", "2").ToString()
        );

        var (_, lines, _) = await _checkout.InvokeAsync();

        Assert.Equal(["02-secret  [1/2] open", "02-secret  [2/2] basic-header"], lines[..2]);
        Assert.Matches(@"\A02-secret  passed in \d+\.\d\d s\z", lines[2]);
        Assert.Equal("1 passed, 0 failed", lines[3]);
        Assert.Equal(4, lines.Count);
    }

    [Fact]
    public async Task Live_progress_is_a_row_per_notebook_and_the_last_line_stays_the_same()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Lesson("01-next", "nonsense");

        var (exitCode, lines, _) = await _checkout.InvokeAsync(
            ["run"],
            TestContext.Current.CancellationToken,
            isLive: true
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(lines, line => line.StartsWith("00-start") && line.Contains("1/1") && line.Contains("passed"));
        Assert.Contains(lines, line => line.StartsWith("01-next") && line.Contains("0/1") && line.Contains("failed"));
        Assert.Equal("1 passed, 1 failed", lines[^1]);
    }

    [Fact]
    public async Task Cancelling_exits_130_and_says_so()
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, lines, errors) = await _checkout.InvokeAsync([], new CancellationToken(canceled: true));

        Assert.Equal(130, exitCode);
        Assert.Equal(["CANCELLED 00-start: 0 of 1 cells had ended", "0 passed, 1 failed"], lines);
        Assert.Equal(["cancelled"], errors);
    }
}
