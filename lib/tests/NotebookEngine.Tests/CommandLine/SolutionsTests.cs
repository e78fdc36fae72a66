namespace NotebookEngine.Tests.CommandLine;

/// <summary><c>run --solutions</c>: what stands in the file of solutions is run in the stubs' place.</summary>
public sealed class SolutionsTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task The_first_fence_behind_the_anchor_stands_for_the_cell()
    {
        var lesson = _checkout.Lesson("00-start", "throw new InvalidOperationException(\"the stub\");");
        var before = File.ReadAllBytes(lesson);
        Solutions(
            "# Solutions\n\n<a id=\"only\"></a>\n\n## One\n\n```csharp\n1 + 1\n```\n\nWhy.\n\n```csharp\nnonsense\n```\n"
        );

        var (exitCode, lines, errors) = await _checkout.InvokeAsync("run", "--solutions", "--out", "solved");

        Assert.Equal(0, exitCode);
        Assert.Equal("1 passed, 0 failed", lines[^1]);
        Assert.Empty(errors);
        Assert.Contains("\"1 + 1\"", await ReadAsync("solved/00-start.ipynb"), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(lesson));
    }

    [Fact]
    public async Task A_notebook_without_solutions_runs_as_it_stands()
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--solutions");

        Assert.Equal(0, exitCode);
        Assert.Equal("1 passed, 0 failed", lines[^1]);
    }

    [Theory]
    [InlineData("\n<a id=\"other\"></a>\n```csharp\n1\n```\n", "line 2: the notebook has no code cell 'other'")]
    [InlineData("<a id=\"only\"></a>\nin words\n", "line 1: no fence of csharp follows the anchor 'only'")]
    [InlineData(
        "<a id=\"only\"></a>\n```csharp\n1\n```\n<a id=\"only\"></a>\n```csharp\n2\n```\n",
        "line 5: 'only' stands here a second time"
    )]
    public async Task A_mistake_in_the_file_is_told_with_its_line(string text, string told)
    {
        _checkout.Lesson("00-start", "1");
        var file = Solutions(text);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--solutions");

        Assert.Equal(4, exitCode);
        Assert.Contains(lines, line => line.Contains($"{file}, {told}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told()
    {
        _checkout.Lesson("00-start", "1");
        var file = Solutions("");
        await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var (exitCode, lines, _) = await _checkout.InvokeAsync("run", "--solutions");

        Assert.Equal(4, exitCode);
        Assert.Contains(lines, line => line.Contains("its solutions cannot be read: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--update")]
    public async Task The_stored_outputs_are_not_those_of_the_solutions(string option)
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, _, errors) = await _checkout.InvokeAsync("run", "--solutions", option);

        Assert.Equal(2, exitCode);
        Assert.Contains(
            "the stored outputs are those of the stubs: give --solutions without --check and --update",
            errors
        );
    }

    private string Solutions(string text) => _checkout.Folder.Write("notebooks/solutions/00-start.md", text);

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(_checkout.Folder.File(name), TestContext.Current.CancellationToken);
}
