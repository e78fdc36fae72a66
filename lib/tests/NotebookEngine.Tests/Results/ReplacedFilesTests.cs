using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Results;

/// <summary>What a run writes replaces an earlier result and nothing else: whatever would be lost is refused before anything runs.</summary>
public sealed class ReplacedFilesTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Executed_notebooks_never_replace_the_notebooks_that_are_run() =>
        await AssertRefusedAsync(
            $"--out would replace '{Lesson()}', a notebook that is run: name another place",
            "--out",
            "notebooks"
        );

    [Fact]
    public async Task Nor_through_a_link_to_their_folder()
    {
        Lesson();
        Link("linked", "notebooks");

        await AssertRefusedAsync(
            $"--out would replace '{Place("linked/00-start.ipynb")}', a notebook that is run: name another place",
            "--out",
            "linked"
        );
    }

    [Fact]
    public async Task Nor_any_file_that_is_no_earlier_run_of_the_same_notebook()
    {
        Lesson();
        var others = _checkout.Folder.Write("mine/00-start.ipynb", new NotebookText().Code("mine", "1").ToString());

        await AssertRefusedAsync(
            $"--out would replace '{others}', which holds no earlier run of that notebook: name another place, or delete that file",
            "--out",
            "mine"
        );
    }

    [Fact]
    public async Task Nor_a_copy_of_the_notebook_that_somebody_may_have_changed()
    {
        _checkout.Folder.Write("mine/00-start.ipynb", File.ReadAllText(Lesson()));

        await AssertRefusedAsync(
            $"--out would replace '{Place("mine/00-start.ipynb")}', which holds no earlier run of that notebook: name another place, or delete that file",
            "--out",
            "mine"
        );
    }

    [Theory]
    [InlineData("--junit", "results as JUnit XML")]
    [InlineData("--json", "results as JSON")]
    [InlineData("--summary", "summary of results")]
    public async Task A_report_replaces_no_notebook_and_no_other_file(string option, string kind)
    {
        var lesson = Lesson();
        var other = _checkout.Folder.Write("notebooks/other.ipynb", new NotebookText().ToString());
        var page = _checkout.Folder.Write("README.md", "# Mine\n");
        var projects = _checkout.Folder.Write("all.slnx", "<Solution />");

        await AssertRefusedAsync(
            $"{option} would replace '{lesson}', a notebook that is run: name another place",
            option,
            "notebooks/00-start.ipynb"
        );
        foreach (var file in new[] { other, page, projects })
        {
            await AssertRefusedAsync(
                $"{option} would replace '{file}', which holds no {kind}: name another place, or delete that file",
                option,
                file
            );
        }
    }

    [Fact]
    public async Task Two_results_never_share_a_file()
    {
        Lesson();
        Link("linked.xml", "results");

        await AssertRefusedAsync(
            $"--junit and --json would write the same file, '{Place("results")}': give each a place of its own",
            "--junit",
            "linked.xml",
            "--json",
            "./results"
        );
        await AssertRefusedAsync(
            $"--out and --summary would write the same file, '{Place("out/00-start.ipynb")}': give each a place of its own",
            "--out",
            "out",
            "--summary",
            "out/00-start.ipynb"
        );
        await AssertRefusedAsync(
            $"--json and --out would write the same file, '{Place("out")}': give each a place of its own",
            "--json",
            "out",
            "--out",
            "out"
        );
    }

    [Fact]
    public async Task Earlier_results_and_empty_files_are_replaced()
    {
        Lesson();
        string[] run = ["run", "--out", "out", "--junit", "a.xml", "--json", "a.json", "--summary", "a.md"];
        foreach (var file in new[] { "out/00-start.ipynb", "a.xml", "a.json", "a.md" })
        {
            _checkout.Folder.Write(file, "");
        }

        Assert.Equal((0, 0), Codes(await _checkout.InvokeAsync(run)));
        _checkout.Lesson("00-start", "1 + 2");
        Assert.Equal((0, 0), Codes(await _checkout.InvokeAsync(run)));

        Assert.Contains("1 + 2", Read("out/00-start.ipynb"), StringComparison.Ordinal);
        Assert.StartsWith("<?xml", Read("a.xml"), StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"passed\": 1,", Read("a.json"), StringComparison.Ordinal);
        Assert.StartsWith("## Notebooks: 1 passed, 0 failed\n", Read("a.md"), StringComparison.Ordinal);
    }

    private string Lesson() => _checkout.Lesson("00-start", "1");

    private string Place(string name) => Path.GetFullPath(_checkout.Folder.File(name));

    private string Read(string name) => File.ReadAllText(_checkout.Folder.File(name));

    private void Link(string name, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not every user make links.");
        File.CreateSymbolicLink(_checkout.Folder.File(name), target);
    }

    private static (int ExitCode, int Errors) Codes((int ExitCode, List<string> Lines, List<string> Errors) run) =>
        (run.ExitCode, run.Errors.Count);

    private async Task AssertRefusedAsync(string message, params string[] options)
    {
        var before = Contents();

        var (exitCode, lines, errors) = await _checkout.InvokeAsync(["run", "00-start", .. options]);

        Assert.Equal([message], errors);
        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal(before, Contents());
    }

    private List<string> Contents() =>
        [
            .. _checkout
                .Files()
                .Select(file => $"{file}: {new FileInfo(_checkout.Folder.File(file)).LinkTarget ?? Read(file)}"),
        ];
}
