namespace NotebookEngine.Tests.CommandLine;

public sealed class UsageTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("01", "01-next")]
    [InlineData("01-next", "01-next")]
    [InlineData("01-next.ipynb", "01-next")]
    [InlineData("notebooks/00-start.ipynb", "00-start")]
    [InlineData("notebooks/scratch.ipynb", "scratch")]
    public async Task A_name_is_a_path_a_file_name_or_a_prefix(string name, string notebook)
    {
        WriteLessons();

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", name);

        Assert.Equal(0, exitCode);
        Assert.Equal($"{notebook}  [1/1] only", lines[0]);
        Assert.Equal("1 passed, 0 failed", lines[^1]);
    }

    [Fact]
    public async Task A_notebook_named_twice_runs_once()
    {
        WriteLessons();

        Assert.Equal("2 passed, 0 failed", (await _checkout.InvokeAsync("run", "0", "01")).Lines[^1]);
    }

    [Fact]
    public async Task The_notebooks_are_found_from_a_folder_below()
    {
        WriteLessons();
        Directory.CreateDirectory(_checkout.Folder.File("lib/deep"));

        var result = await _checkout.InvokeAsync([], TestContext.Current.CancellationToken, startIn: "lib/deep");

        Assert.Equal("2 passed, 0 failed", result.Lines[^1]);
    }

    [Fact]
    public async Task An_unknown_name_lists_what_there_is()
    {
        WriteLessons();

        await AssertUsageAsync("there is no notebook '07'. There are: 00-start, 01-next", "run", "07");
    }

    [Fact]
    public async Task Without_a_notebooks_folder_the_command_says_where_it_looked() =>
        await AssertUsageAsync(
            $"no folder 'notebooks' with NN-*.ipynb files was found in {_checkout.Folder.Path} or above. "
                + "Change to the repository's folder, or name the notebooks to run"
        );

    [Fact]
    public async Task A_command_that_takes_no_notebooks_asks_for_none() =>
        await AssertUsageAsync(
            $"no folder 'notebooks' with NN-*.ipynb files was found in {_checkout.Folder.Path} or above. "
                + "Change to the repository's folder",
            "progress"
        );

    [Fact]
    public async Task Two_executed_notebooks_never_share_a_file()
    {
        var first = _checkout.Folder.Write("a/x.ipynb", new NotebookText().ToString());
        var second = _checkout.Folder.Write("b/x.ipynb", new NotebookText().ToString());

        await AssertUsageAsync(
            $"--out would hold {first} and {second} in one file: run them with an --out of their own each",
            "run",
            "a/x.ipynb",
            "b/x.ipynb",
            "--out",
            "executed"
        );
    }

    [Theory]
    [InlineData("--parallel must be at least 1; it is '0'", "run", "--parallel", "0")]
    [InlineData("--parallel must be at least 1; it is 'many'", "run", "--parallel", "many")]
    [InlineData("Required argument missing for option: '--parallel'.", "run", "--parallel")]
    [InlineData(
        "--cell-timeout must be more than 0 and at most 86400 seconds; it is '0'",
        "run",
        "--cell-timeout",
        "0"
    )]
    [InlineData(
        "--cell-timeout must be more than 0 and at most 86400 seconds; it is '1,5'",
        "run",
        "--cell-timeout",
        "1,5"
    )]
    [InlineData(
        "--check compares the stored outputs, --update replaces them: give one of the two",
        "run",
        "--check",
        "--update"
    )]
    [InlineData("Option '--out' is required.", "book")]
    [InlineData("Unrecognized command or argument 'dance'.", "dance")]
    [InlineData("Unrecognized command or argument '--fast'.", "--fast")]
    public async Task A_wrong_argument_is_named(string message, params string[] args) =>
        await AssertUsageAsync(message, args);

    private void WriteLessons()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Lesson("01-next", "2");
        _checkout.Lesson("scratch", "3");
    }

    private async Task AssertUsageAsync(string message, params string[] args)
    {
        var (exitCode, lines, errors) = await _checkout.InvokeAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal([message], errors);
    }
}
