namespace NotebookEngine.Tests.Book;

/// <summary>What helps a reader: search, definitions, questions, the way through the lessons.</summary>
public sealed class BookReadingTests(Engine engine) : IDisposable
{
    private const string Questions = """
        {"01-lesson": [{"id": "why", "question": "Why *so*?", "choices": [
          {"text": "`a`", "right": true, "reason": "It is."},
          {"text": "b < c", "reason": "It is not."}]}]}
        """;

    private readonly SmallBook _book = new(engine);

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task The_search_knows_titles_headings_and_prose_and_no_code()
    {
        _book.WriteLesson(
            new NotebookText()
                .Markdown("one", "# A *lesson*\n\nFirst &amp; foremost.")
                .Code("two", "var code = 1;")
                .Markdown("three", "## More\n\nIt is `here`.\n\n```\nnot this\n```")
        );

        await _book.MadeAsync();

        Assert.Equal(
            """
            window.bookSearch = [{"path":"01-lesson.html","title":"A lesson","sections":[["a-lesson","","First & foremost."],["more","More","It is here."]]},{"path":"index.html","title":"Lessons","sections":[["lessons","","A lesson"]]}];

            """.ReplaceLineEndings("\n"),
            _book.Read("search.js")
        );
    }

    [Fact]
    public async Task A_link_to_a_term_carries_its_definition()
    {
        _book.WriteProse("# Lesson\n\nA [key](glossary.md#key), and [all](glossary.md).");
        _book.Write(
            "glossary.md",
            "# Glossary\n\nTerms.\n\n## key\n\nWhat `signs` \"it\".\n\nRFC 7517\n\n## other\n\nSee [key](#key)."
        );

        await _book.MadeAsync();

        Assert.Contains(
            "<p>A <a class=\"term\" data-definition=\"What signs &quot;it&quot;.\" href=\"glossary.html#key\">key</a>, "
                + "and <a href=\"glossary.html\">all</a>.</p>",
            _book.TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<p>See <a href=\"#key\">key</a>.</p>",
            _book.TextOf("glossary.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_questions_of_a_lesson_can_be_answered_without_a_script()
    {
        _book.WriteLesson(new NotebookText().Markdown("questions", "## Questions\n\n1. An older one"));
        _book.Write("quiz.json", Questions);

        await _book.MadeAsync();

        Assert.Equal(
            """
            <h2 id="questions">Questions</h2>
            <section class="quiz" id="why" data-question="why" aria-label="Question 1">
            <div class="asked"><b>1.</b> Why <em>so</em>?</div>
            <ol class="choices">
            <li><code>a</code></li>
            <li>b &lt; c</li>
            </ol>
            <details><summary>Answer</summary>
            <ol class="reasons">
            <li data-right><b>Right.</b> It is.</li>
            <li><b>Wrong.</b> It is not.</li>
            </ol>
            </details>
            </section>
            """.ReplaceLineEndings("\n"),
            _book.TextOf("01-lesson.html")
        );
        Assert.Contains("""["questions","Questions","Why so?"]""", _book.Read("search.js"), StringComparison.Ordinal);
        Assert.Contains(
            "data-lesson=\"01-lesson.html\" data-questions=\"1\"",
            _book.Read("index.html"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"right\": true, ", "", "'why' of 01-lesson must have exactly one right choice")]
    [InlineData(
        "\"reason\": \"It is.\"",
        "\"why\": 1",
        "quiz.json, line 2, is no list of questions: $.01-lesson[0].choices[0].why"
    )]
    [InlineData("]}]}", "", "is no list of questions")]
    public async Task Questions_that_cannot_be_asked_are_told(string from, string to, string message)
    {
        _book.WriteProse("# Lesson");
        _book.Write("quiz.json", Questions.Replace(from, to, StringComparison.Ordinal));

        var (exitCode, _, errors) = await _book.MakeAsync("--stored");

        Assert.Equal(2, exitCode);
        Assert.Contains(message, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_lesson_leads_to_the_one_before_and_the_one_after()
    {
        foreach (var number in new[] { "01", "02", "03" })
        {
            _book.WriteLesson(new NotebookText().Markdown("prose", $"# Lesson <{number}> & more"), $"{number}-x");
        }

        await _book.MadeAsync();

        Assert.Contains(
            """
            <nav class="neighbours" aria-label="Lessons before and after">
            <a rel="prev" href="01-x.html">← Lesson &lt;01&gt; &amp; more</a>
            <a rel="next" href="03-x.html">Lesson &lt;03&gt; &amp; more →</a>
            </nav>
            """.ReplaceLineEndings("\n"),
            _book.Read("02-x.html"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("rel=\"prev\"", _book.Read("01-x.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", _book.Read("03-x.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_stands_alone_keeps_what_is_in_its_main()
    {
        _book.WriteProse("# Lesson");
        _book.Write(
            "tool.html",
            "<html><body>before<main class=\"x\"><h1>A tool</h1><script>go()</script></main></body></html>"
        );

        await _book.MadeAsync();

        Assert.Equal("<h1>A tool</h1><script>go()</script>", _book.TextOf("tool.html"));
        Assert.Contains("<a href=\"tool.html\">A tool</a>", _book.Read("01-lesson.html"), StringComparison.Ordinal);
    }
}
