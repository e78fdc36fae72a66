namespace NotebookEngine.Tests.CommandLine;

/// <summary><c>new</c>: a notebook and its solutions from the templates beside the others.</summary>
public sealed class NewTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Name_number_and_title_take_their_places_and_the_files_are_named()
    {
        WriteTemplate();

        var (exitCode, lines, errors) = await _checkout.InvokeAsync("new", "17-topic", "--title", "A \"topic\"");

        Assert.Equal(0, exitCode);
        Assert.Empty(errors);
        Assert.Equal(
            ["written: notebooks/17-topic.ipynb", "written: notebooks/solutions/17-topic.md"],
            lines.Select(line => line.Replace('\\', '/'))
        );
        Assert.Equal("# 17 A \"topic\", 17-topic\n", await ReadAsync("solutions/17-topic.md"));
        Assert.Contains("17 A \\\"topic\\\"", await ReadAsync("17-topic.ipynb"), StringComparison.Ordinal);
        Assert.Equal("1 passed, 0 failed", (await _checkout.InvokeAsync("run", "17")).Lines[^1]);
    }

    [Fact]
    public async Task Without_a_title_the_topic_is_one()
    {
        WriteTemplate();

        await _checkout.InvokeAsync("new", "17-key-storage-2");

        Assert.Equal("# 17 Key storage 2, 17-key-storage-2\n", await ReadAsync("solutions/17-key-storage-2.md"));
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("7-topic")]
    [InlineData("17-Topic")]
    [InlineData("17-../topic")]
    [InlineData("17")]
    public async Task Another_form_of_name_is_refused(string name) =>
        await AssertRefusedAsync(
            "a notebook is named by two digits, a hyphen and its topic in small letters, digits and hyphens: 17-topic",
            "new",
            name
        );

    [Fact]
    public async Task A_title_of_two_lines_is_refused() =>
        await AssertRefusedAsync("--title: write some words, on one line", "new", "17-topic", "--title", "a\nb");

    [Fact]
    public async Task A_number_that_is_taken_is_refused() =>
        await AssertRefusedAsync(
            "00 is the number of 00-start. Choose one that is free; nothing was written",
            "new",
            "00-other"
        );

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        var taken = _checkout.Folder.Write("notebooks/solutions/17-topic.md", "mine");

        await AssertRefusedAsync($"{Path.GetFullPath(taken)} is there already. Nothing was written", "new", "17-topic");
    }

    [Fact]
    public async Task Without_a_template_it_says_which_file_is_missing()
    {
        _checkout.Lesson("00-start", "1");

        var (exitCode, _, errors) = await _checkout.InvokeAsync("new", "17-topic");

        Assert.Equal(2, exitCode);
        Assert.StartsWith(
            $"the template cannot be read: {Path.GetFullPath(_checkout.Folder.File("notebooks/template/lesson.ipynb"))}: ",
            Assert.Single(errors),
            StringComparison.Ordinal
        );
        Assert.Equal(["notebooks/00-start.ipynb"], _checkout.Files());
    }

    private async Task AssertRefusedAsync(string told, params string[] args)
    {
        WriteTemplate();
        var before = _checkout.Files().ToList();

        var (exitCode, _, errors) = await _checkout.InvokeAsync(args);

        Assert.Equal(2, exitCode);
        Assert.Equal(told, Assert.Single(errors));
        Assert.Equal(before, _checkout.Files());
    }

    private void WriteTemplate()
    {
        _checkout.Lesson("00-start", "1");
        _checkout.Folder.Write(
            "notebooks/template/lesson.ipynb",
            new NotebookText().Code("only", "Console.WriteLine('x'); // {{number}} {{title}}").ToString()
        );
        _checkout.Folder.Write("notebooks/template/solution.md", "# {{number}} {{title}}, {{name}}\n");
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(_checkout.Folder.File($"notebooks/{file}"), TestContext.Current.CancellationToken);
}
