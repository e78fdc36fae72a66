namespace NotebookEngine.Tests.Book;

/// <summary>Links of notebooks and pages as links of the book; none leads nowhere.</summary>
public sealed class BookLinksTests(Engine engine) : IDisposable
{
    private readonly SmallBook _book = new(engine);

    public void Dispose() => _book.Dispose();

    [Theory]
    [InlineData("02-next.ipynb", "href=\"02-next.html\"")]
    [InlineData("02-next.ipynb#one-idea", "href=\"02-next.html#one-idea\"")]
    [InlineData("README.md", "href=\"index.html\"")]
    [InlineData("solutions/page.md#named", "href=\"solutions/page.html#named\"")]
    [InlineData("./solutions/../02-next.ipynb", "href=\"02-next.html\"")]
    [InlineData("#lesson", "href=\"#lesson\"")]
    [InlineData("01-lesson.ipynb#lesson", "href=\"#lesson\"")]
    [InlineData("tool.html", "href=\"tool.html\"")]
    [InlineData("data.csv", "href=\"data.csv\"")]
    [InlineData("https://example.org/a?b=1&c=2", "href=\"https://example.org/a?b=1&amp;c=2\"")]
    public async Task A_link_leads_to_the_page(string written, string link)
    {
        WritePages(written);

        await _book.MadeAsync();

        Assert.Equal($"<h1 id=\"lesson\">Lesson</h1>\n<p><a {link}>there</a></p>", _book.TextOf("01-lesson.html"));
    }

    [Theory]
    [InlineData("03-gone.ipynb", "there is no such file")]
    [InlineData("../gone.md", "there is no such file")]
    [InlineData("02-next.ipynb#gone", "02-next.ipynb has no anchor 'gone'")]
    [InlineData("#gone", "01-lesson.ipynb has no anchor 'gone'")]
    [InlineData("ftp://example.org", "it is no address of the web, nor of a file")]
    [InlineData("/absolute.md", "it is no address of the web, nor of a file")]
    public async Task A_link_that_leads_nowhere_is_named_and_nothing_is_written(string written, string reason)
    {
        WritePages(written);

        var (exitCode, lines, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(1, exitCode);
        Assert.Empty(lines);
        Assert.Equal([$"01-lesson.ipynb: the link '{written}' leads nowhere: {reason}"], errors);
        Assert.False(Directory.Exists(_book.Site));
    }

    [Fact]
    public async Task A_link_of_an_output_is_resolved_as_one_of_prose()
    {
        WritePages("README.md");
        _book.WriteOutputs(
            """{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<a title=\"x > y\" href=\"02-next.ipynb\">on</a>"}}"""
        );

        await _book.MadeAsync();

        Assert.Contains(
            "<a title=\"x > y\" href=\"02-next.html\">on</a>",
            _book.TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("../lib/code.cs", "lib/code.cs")]
    [InlineData("quiz.json", "notebooks/quiz.json")]
    [InlineData("solutions", "notebooks/solutions")]
    public async Task A_file_that_is_no_page_is_named_and_not_linked(string written, string path)
    {
        _book.Folder.Write("lib/code.cs", "");
        _book.Write("quiz.json", "{}");
        WritePages(written);

        await _book.MadeAsync();

        Assert.Contains(
            $"<p><span class=\"outside\">there <span class=\"path\">({path})</span></span></p>",
            _book.TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_picture_comes_with_the_book_and_one_of_the_network_is_refused()
    {
        _book.Write("images/one.svg", "<svg/>");
        _book.WriteProse("![one](images/one.svg)");
        await _book.MadeAsync();
        Assert.Equal("<svg/>", _book.Read("images/one.svg"));

        _book.WriteProse("![far](https://example.org/far.png)");
        var (exitCode, _, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "01-lesson.ipynb: the link 'https://example.org/far.png' leads nowhere: "
                    + "a page loads nothing but files of the notebooks' folder",
            ],
            errors
        );
    }

    [Fact]
    public async Task An_anchor_that_is_there_twice_is_named()
    {
        _book.WriteProse("# Lesson\n\n<a id=\"lesson\"></a>");

        Assert.Equal(
            ["01-lesson.ipynb: the anchor 'lesson' is there 2 times; give each its own name"],
            (await _book.MakeAsync("--stored")).Errors
        );
    }

    private void WritePages(string link)
    {
        _book.WriteProse($"# Lesson\n\n[there]({link})");
        _book.WriteLesson(new NotebookText().Markdown("prose", "## One idea"), "02-next");
        _book.Write("solutions/page.md", "# Page\n\n<a id=\"named\"></a>\n\n[up](../README.md)");
        _book.Write("README.md", "# Path");
        _book.Write("data.csv", "1,2");
        _book.Write("tool.html", "<html><title>Tool</title><body><main><h1>Tool</h1></main></body></html>");
    }
}
