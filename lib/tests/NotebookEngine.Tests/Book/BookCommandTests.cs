namespace NotebookEngine.Tests.Book;

/// <summary><c>book</c>: what it writes, what it refuses, and what it leaves alone.</summary>
public sealed class BookCommandTests(Engine engine) : IDisposable
{
    private static readonly string[] Always = ["book.css", "book.js", "outputs.css", "search.js", ".notebook-book"];

    private readonly SmallBook _book = new(engine);

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task The_lessons_run_and_their_outputs_are_shown()
    {
        _book.WriteLesson(new NotebookText().Code("only", "Console.WriteLine(6 * 7)"));

        var (exitCode, lines, errors) = await _book.MakeAsync();

        Assert.Equal(0, exitCode);
        Assert.Empty(errors);
        Assert.Equal("1 passed, 0 failed", lines[^2]);
        Assert.Matches(@"\A2 pages, [\d,]+ bytes, \d+\.\d s\z", lines[^1]);
        Assert.Contains(
            "<pre class=\"output text\">42</pre>",
            _book.TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task With_stored_outputs_nothing_runs()
    {
        _book.WriteLesson(new NotebookText().Code("only", "throw new Exception()"));

        await _book.MadeAsync();

        Assert.Equal(Always.Append("01-lesson.html").Append("index.html").Order(StringComparer.Ordinal), _book.Files());
    }

    [Fact]
    public async Task A_lesson_that_fails_is_reported_and_nothing_is_written()
    {
        _book.WriteLesson(new NotebookText().Code("only", "throw new Exception(\"mine\")"));

        var (exitCode, lines, errors) = await _book.MakeAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("0 passed, 1 failed", lines[^1]);
        Assert.Equal(["no book was written: every lesson must pass first"], errors);
        Assert.False(Directory.Exists(_book.Site));
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_read_is_told()
    {
        _book.Write("01-lesson.ipynb", "{}");

        Assert.Equal(4, (await _book.MakeAsync()).ExitCode);
        var (exitCode, _, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(4, exitCode);
        Assert.Contains("01-lesson.ipynb", Assert.Single(errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_book.Site));
    }

    [Fact]
    public async Task An_earlier_book_is_replaced()
    {
        _book.WriteProse("# First");
        _book.Write("old.md", "# Old");
        await _book.MadeAsync();
        File.Delete(_book.Folder.File("notebooks/old.md"));
        _book.WriteProse("# Second");

        await _book.MadeAsync();

        Assert.DoesNotContain("old.html", _book.Files());
        Assert.Equal("<h1 id=\"second\">Second</h1>", _book.TextOf("01-lesson.html"));
        Assert.Equal(
            ["notebooks", "site"],
            Directory.EnumerateDirectories(_book.Folder.Path).Select(Path.GetFileName).Order()
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_folder_that_holds_anything_else_is_left_alone(bool besideABook)
    {
        _book.WriteProse("# Lesson");
        if (besideABook)
        {
            await _book.MadeAsync();
        }

        var mine = _book.Folder.Write("site/mine.txt", "mine");
        var (exitCode, lines, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal(
            [
                $"{_book.Site} holds mine.txt, which is no part of an earlier book: "
                    + "give --out a folder that is new or empty, or holds a book",
            ],
            errors
        );
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task A_book_that_cannot_be_written_exits_5_and_says_what_is_in_the_way()
    {
        _book.WriteProse("# Lesson");
        var taken = _book.Folder.Write("taken", "mine");

        var (exitCode, _, errors) = await _book.MakeInAsync("taken/site", "--stored");

        Assert.Equal(5, exitCode);
        Assert.Equal([$"the book could not be written: '{taken}' is a file, not a folder."], errors);
    }

    [Fact]
    public async Task A_file_in_the_folders_place_is_told()
    {
        _book.WriteProse("# Lesson");
        _book.Folder.Write("site", "mine");

        var (exitCode, _, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(2, exitCode);
        Assert.Equal([$"--out is {_book.Site}, which is no folder that a book could be written to"], errors);
    }

    [Fact]
    public async Task Two_files_that_would_be_one_page_are_told()
    {
        _book.WriteProse("# Lesson");
        _book.Write("01-lesson.md", "# The same name");

        var (exitCode, _, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(2, exitCode);
        Assert.Equal(["01-lesson.md and 01-lesson.ipynb would be one page, 01-lesson.html: rename one"], errors);
    }

    [Fact]
    public async Task A_page_forbids_the_network_and_loads_from_beside_itself()
    {
        _book.WriteProse("# Lesson");
        _book.Write("collection.json", """{"name": "my-course"}""");
        _book.Write("solutions/page.md", "# Deep");

        var page = (await _book.MadeAsync()).Read("solutions/page.html");

        Assert.Contains("<title>Deep · My course</title>", page, StringComparison.Ordinal);
        Assert.Contains("<script src=\"../book.js\"></script>", page, StringComparison.Ordinal);
        Assert.Contains(
            "content=\"default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                + "script-src 'self'; base-uri 'none'; form-action 'none'\"",
            page,
            StringComparison.Ordinal
        );
    }
}
