using NotebookEngine.Language;

namespace NotebookEngine.Tests.Language;

public sealed class CompletionPlaceTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("var s = \"Con|\";")]
    [InlineData("var s = \"Con|")]
    [InlineData("var s = @\"Con|\";")]
    [InlineData("var s = $\"Con|\";")]
    [InlineData("var s = $\"|\";")]
    [InlineData("var s = $\"{1}|\";")]
    [InlineData("var s = \"\"\"\n    Con|\n    \"\"\";")]
    [InlineData("var s = \"x\"u8 + \"Con|\"u8;")]
    [InlineData("var c = 'C|';")]
    [InlineData("// Con|")]
    [InlineData("/* Con| */")]
    [InlineData("/* Con|")]
    [InlineData("/// <|\nclass C { }")]
    [InlineData("/// Con|\nclass C { }")]
    [InlineData("new System.Text.RegularExpressions.Regex(\"\\|\")")]
    [InlineData("DateTime.UnixEpoch.ToString(\"|\")")]
    public async Task Nothing_is_offered_inside_of_strings_and_comments(string marked)
    {
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);

        var completions = await _session.CompleteAsync(marked);

        Assert.Empty(completions.Matches);
        Assert.Equal((cursor, cursor), (completions.Start, completions.End));
    }

    [Theory]
    [InlineData("var s = $\"{Consol|}\";")]
    [InlineData("var s = $\"a {1} {Consol|")]
    [InlineData("\"x\".Equals(Consol|)")]
    [InlineData("/* x */Consol|")]
    [InlineData("// x\nConsol|")]
    [InlineData("if (true) { Consol|")]
    [InlineData("int F( { Consol|")]
    [InlineData("var x = ;\nConsol|\n}}")]
    [InlineData("#!time\nConsol|")]
    [InlineData("var s = \"𝒳😀\"; Consol|")]
    public async Task Code_is_completed_between_them_and_where_it_is_broken(string marked) =>
        Assert.Contains("Console", await _session.TextsAsync(marked));

    [Fact]
    public async Task The_span_counts_UTF_16_units()
    {
        var completions = await _session.CompleteAsync("var s = \"😀\"; Consol|");

        Assert.Equal((14, 20), (completions.Start, completions.End));
    }

    [Fact]
    public async Task Names_may_be_of_any_script()
    {
        await _session.RunAsync("var größe = 1;\nvar переменная = 2;");

        Assert.Equal(["größe"], await _session.TextsAsync("1 + grö|"));
        Assert.Equal(["переменная"], await _session.TextsAsync("1 + пер|"));
    }

    [Fact]
    public async Task An_empty_cell_offers_variables_keywords_and_types()
    {
        await _session.RunAsync("var mine = 1;");

        var completions = await _session.CompleteAsync("|");

        Assert.Subset(
            completions.Matches.Select(match => (match.Text, match.Kind)).ToHashSet(),
            new HashSet<(string, string)>
            {
                ("mine", MatchKind.Instance),
                ("foreach", MatchKind.Keyword),
                ("Console", MatchKind.Class),
                ("System", MatchKind.Module),
            }
        );
        Assert.Equal((0, 0), (completions.Start, completions.End));
    }

    [Fact]
    public async Task A_cursor_outside_of_the_cell_is_taken_for_its_end()
    {
        var completions = await _session.Language.CompleteAsync("Consol", 99, TestContext.Current.CancellationToken);

        Assert.Contains("Console", completions.Matches.Select(match => match.Text));
        Assert.Equal((0, 6), (completions.Start, completions.End));
    }

    [Fact]
    public async Task A_reference_is_completed_from_the_notebooks_folder()
    {
        _session.Folder.Write("bin/Shapes.dll", "");
        _session.Folder.Write("bin/Shapes.xml", "");
        _session.Folder.Write("script.csx", "");

        Assert.Equal(
            [new CompletionMatch("bin/", "path", null)],
            (await _session.CompleteAsync("var x = 1;\n#r \"|\"")).Matches
        );
        var completions = await _session.CompleteAsync("#r \"bin/sh|");
        Assert.Equal(["Shapes.dll"], completions.Matches.Select(match => match.Text));
        Assert.Equal((8, 10), (completions.Start, completions.End));
        Assert.Equal(["script.csx"], await _session.TextsAsync("#load \"scr|"));
        Assert.Empty(await _session.TextsAsync("#r \"none/|"));
    }
}
