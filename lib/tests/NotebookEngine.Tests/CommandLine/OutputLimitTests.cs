namespace NotebookEngine.Tests.CommandLine;

/// <summary>A cell that prints without end fills neither memory nor the executed notebook.</summary>
public sealed class OutputLimitTests(Engine engine)
{
    [Fact]
    public async Task A_flood_is_named_in_the_failure_and_its_notebook_and_reports_stay_small()
    {
        using var folder = new TempFolder();
        folder.Write(
            "flood.ipynb",
            new NotebookText()
                .Code("flood", "for (var n = 0; n < 500_000; n++) Console.WriteLine(\"line\");\nthrow new Exception();")
                .ToString()
        );

        var (exitCode, lines, _) = await EngineProcess.RunAsync(
            folder.Path,
            ["run", "flood.ipynb", "--out", "out", "--junit", "out/r.xml", "--json", "out/r.json"]
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(lines, line => line.EndsWith(Limit, StringComparison.Ordinal));
        // Each line of text is a line of its own in the file, quoted and indented: 11 MB without a limit.
        Assert.InRange(new FileInfo(folder.File("out/flood.ipynb")).Length, 1_000_000, 6_000_000);
        Assert.InRange(new FileInfo(folder.File("out/r.xml")).Length, 100, 10_000);
        Assert.InRange(new FileInfo(folder.File("out/r.json")).Length, 100, 10_000);
    }

    [Fact]
    public async Task A_cell_that_prints_too_much_and_ends_well_passes_and_its_output_says_so()
    {
        using var checkout = new Checkout(engine);
        checkout.Lesson("01-long", "for (var n = 0; n < 5000; n++) Console.WriteLine(\"line\");");

        var (exitCode, _, _) = await checkout.InvokeAsync("run", "--output-limit", "1000", "--out", "out");

        Assert.Equal(0, exitCode);
        Assert.Contains(
            "characters of the output were left out here: a cell may print 1,000 characters",
            File.ReadAllText(checkout.Folder.File("out/01-long.ipynb")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("999")]
    [InlineData("100000001")]
    [InlineData("much")]
    public async Task A_limit_that_is_none_is_wrong_usage(string limit)
    {
        using var checkout = new Checkout(engine);

        var (exitCode, _, errors) = await checkout.InvokeAsync("run", "--output-limit", limit);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [$"--output-limit must be at least 1000 and at most 100000000 characters; it is '{limit}'"],
            errors
        );
    }

    private const string Limit =
        "characters of the output were left out here: "
        + "a cell may print 1,000,000 characters, or show 1,000 values of 10,000,000 characters in all";
}
