using NotebookEngine.Book;

namespace NotebookEngine.Tests.Book;

/// <summary>A notebook's cells and outputs as HTML.</summary>
public sealed class LessonPageTests(Engine engine) : IDisposable
{
    private readonly SmallBook _book = new(engine);

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task Code_is_coloured_and_escaped()
    {
        _book.WriteLesson(
            new NotebookText()
                .Code("one", "var text = \"a<b\\n\"; // why")
                .Code("two", "Console.WriteLine(text.Length + 42)")
                .Markdown("prose", "```csharp\nnew List<int>()\n```\n\n```kotlin\nval a = \"<\"\n```")
        );

        await _book.MadeAsync();

        Assert.Equal(
            """
            <div class="cell">
            <pre class="code"><code><span class="k">var</span> text = <span class="s">&quot;a&lt;b</span><span class="e">\n</span><span class="s">&quot;</span>; <span class="c">// why</span></code></pre>
            </div>
            <div class="cell">
            <pre class="code"><code><span class="t">Console</span>.<span class="m">WriteLine</span>(text.Length + <span class="n">42</span>)</code></pre>
            </div>
            <pre class="code"><code><span class="k">new</span> <span class="t">List</span>&lt;<span class="k">int</span>&gt;()</code></pre>
            <pre class="code"><code>val a = &quot;&lt;&quot;</code></pre>
            """.ReplaceLineEndings("\n"),
            _book.TextOf("01-lesson.html")
        );
    }

    [Theory]
    [InlineData(
        """{"output_type": "stream", "name": "stdout", "text": ["a <b>\n", "c\n"]}""",
        "<pre class=\"output text\">a &lt;b&gt;\nc</pre>"
    )]
    [InlineData(
        """{"output_type": "stream", "name": "stderr", "text": "oh"}""",
        "<pre class=\"output text error\">oh</pre>"
    )]
    [InlineData(
        """{"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\u001b[31mE: <v>\u001b[0m", "at 1"]}""",
        "<pre class=\"output text error\">E: &lt;v&gt;\nat 1</pre>"
    )]
    [InlineData(
        """{"output_type": "display_data", "metadata": {}, "data": {"text/plain": "no", "text/html": "<b>yes</b>"}}""",
        "<div class=\"output\"><b>yes</b></div>"
    )]
    [InlineData(
        """{"output_type": "display_data", "metadata": {}, "data": {"application/vnd.plotly.v1+json": {"data": []}, "text/html": "<svg></svg>", "text/plain": "s"}}""",
        "<div class=\"output chart\"><svg></svg></div>"
    )]
    [InlineData(
        """{"output_type": "display_data", "metadata": {}, "data": {"image/png": "AAAA\n", "text/plain": "a \"chart\""}}""",
        "<div class=\"output\"><img src=\"data:image/png;base64,AAAA\" alt=\"a &quot;chart&quot;\"></div>"
    )]
    [InlineData(
        """{"output_type": "display_data", "metadata": {}, "data": {"text/markdown": "*yes*", "text/plain": "no"}}""",
        "<div class=\"output\"><em>yes</em></div>"
    )]
    [InlineData(
        """{"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "1 < 2"}}""",
        "<pre class=\"output text\">1 &lt; 2</pre>"
    )]
    public async Task An_output_is_shown_in_its_best_form(string output, string html)
    {
        _book.WriteOutputs(output);

        await _book.MadeAsync();

        Assert.Equal(
            $"<div class=\"cell\">\n<pre class=\"code\"><code></code></pre>\n{html}\n</div>",
            _book.TextOf("01-lesson.html")
        );
    }

    [Fact]
    public async Task Outputs_with_the_same_ids_stay_apart()
    {
        const string Output =
            """{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<p id=\"a\">1</p><a href=\"#a\" aria-labelledby=\"a b\">2</a><i style=\"fill:url(#a)\"></i>"}}""";
        _book.WriteOutputs(Output, Output);

        await _book.MadeAsync();

        var text = _book.TextOf("01-lesson.html");
        Assert.Contains("<p id=\"a\">1</p>", text, StringComparison.Ordinal);
        Assert.Contains(
            "<p id=\"a-2\">1</p><a href=\"#a-2\" aria-labelledby=\"a-2 b\">2</a><i style=\"fill:url(#a-2)\"></i>",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_style_of_an_output_is_written_once()
    {
        _book.WriteOutputs(
            """{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b style=\"color:&quot;x&quot;;margin:0 0 0 0\">1</b><i class=\"c\" style=\"color:&quot;x&quot;;margin:0 0 0 0\">2</i><u style=\"margin:0\">3</u>"}}"""
        );

        await _book.MadeAsync();

        Assert.Contains(
            "<b class=\"s1\">1</b><i class=\"s1 c\">2</i><u style=\"margin:0\">3</u>",
            _book.TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
        Assert.Equal(".s1.s1.s1.s1{color:\"x\";margin:0 0 0 0}\n", _book.Read("outputs.css"));
    }

    [Fact]
    public async Task A_script_of_an_output_is_allowed_by_its_hash_and_by_nothing_else()
    {
        _book.WriteOutputs(
            """{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<script type=\"application/json\">{\"a\": \"<a href='gone.md'>\"}</script><script>go()</script>"}}"""
        );

        // printf 'go()' | openssl dgst -sha256 -binary | base64
        Assert.Contains(
            "script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='; base-uri",
            (await _book.MadeAsync()).Read("01-lesson.html"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Client secret", "client-secret")]
    [InlineData("What's `aud`, and why?", "whats-aud-and-why")]
    [InlineData("RFC 7523 §3 (4)", "rfc-7523-3-4")]
    [InlineData("snake_case – Ünïcode", "snake_case--ünïcode")]
    public async Task A_heading_has_the_anchor_that_GitHub_gives_it(string heading, string anchor)
    {
        _book.WriteProse($"## {heading}\n\n## {heading}\n\n[again](#{anchor}-1)");

        Assert.Contains(
            $"<h2 id=\"{anchor}\">",
            (await _book.MadeAsync()).TextOf("01-lesson.html"),
            StringComparison.Ordinal
        );
        Assert.Equal("a-1", Second("a"));
    }

    private static string Second(string heading)
    {
        var anchors = new HeadingAnchors();
        anchors.Next(heading);
        return anchors.Next(heading);
    }
}
