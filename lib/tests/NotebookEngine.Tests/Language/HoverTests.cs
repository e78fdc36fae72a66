namespace NotebookEngine.Tests.Language;

public sealed class HoverTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_variable_is_explained_with_its_type_and_cell_and_without_its_value()
    {
        await _session.RunAsync("var other = 1;");
        await _session.RunAsync("var secret = \"hunter2\";\nconst string Pin = \"1234\";");

        Assert.Equal("(variable) string secret\n\nvariable of In [2]", await _session.ExplainAsync("sec|ret"));
        Assert.Equal("(constant) string Pin\n\nconstant of In [2]", await _session.ExplainAsync("Pin|"));
        Assert.Equal(
            "(constant) string Local\n\nconstant of this cell",
            await _session.ExplainAsync("const string Local = \"1234\"; Local|")
        );
    }

    [Fact]
    public async Task Its_declaration_is_shown_on_demand_without_what_may_be_a_secret()
    {
        await _session.RunAsync("var parts = new List<string> { \"hunter2\", $\"a{1 + 1}b\", null };");

        Assert.Equal(
            """
            (variable) List<string> parts

                var parts = new List<string> { …, $"…{… + …}…", null };

            variable of In [1]
            """,
            await _session.ExplainAsync("parts|.Count", detailLevel: 1),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task A_method_of_an_earlier_cell_has_its_comment()
    {
        await _session.RunAsync(
            """
            /// <summary>Twice <paramref name="n"/>.</summary>
            /// <param name="n">Any number.</param>
            int Twice(int n) => 2 * n;
            """
        );

        Assert.Equal(
            """
            int Twice(int n)

            Twice n.

            Parameters:
              n: Any number.

            method of In [1]
            """,
            await _session.ExplainAsync("Twi|ce(2)"),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task Markdown_says_the_same()
    {
        await _session.RunAsync(
            "/// <summary>A *star* of <c>List&lt;T></c>, see <see cref=\"string.Length\"/>.</summary>\nrecord Star(int Points);"
        );

        Assert.Equal(
            """
            ```csharp
            record Star
            ```

            A \*star\* of `List<T>`, see `String.Length`.

            *type of In \[1\]*
            """,
            (await _session.HoverAsync("typeof(St|ar)"))?.Markdown,
            ignoreLineEndingDifferences: true
        );
    }

    [Theory]
    [InlineData("Join(|")]
    [InlineData("Join(|)")]
    [InlineData("Join(\"a\", |)")]
    [InlineData("Join(\"a|\", 1)")]
    [InlineData("Join(\"a\", |\nvar x = 1;")]
    [InlineData("Jo|in")]
    [InlineData("Join|")]
    [InlineData("|Join(\"a\", 1)")]
    public async Task Inside_a_call_the_method_is_explained(string marked)
    {
        await _session.RunAsync("string Join(string text, int times) => text;");

        Assert.Equal("string Join(string text, int times)\n\nmethod of In [1]", await _session.ExplainAsync(marked));
    }

    [Fact]
    public async Task The_innermost_call_is_meant_and_a_constructor_is_one()
    {
        await _session.RunAsync("class Box { public Box(int size) { } public Box() { } }\nint Size(Box box) => 1;");

        Assert.Equal(
            "Box.Box() (+ 1 overload)\n\nconstructor of In [1]",
            await _session.ExplainAsync("Size(new Box(|))")
        );
        Assert.Equal("int Size(Box box)\n\nmethod of In [1]", await _session.ExplainAsync("Size(new Box(), |)"));
    }

    [Theory]
    [InlineData("|")]
    [InlineData("undeclared|")]
    [InlineData("\"tex|t\"")]
    [InlineData("// Conso|le")]
    [InlineData("1 | + 2")]
    [InlineData("Task.Run(() => { var x = 1; | });")]
    public async Task There_may_be_nothing_to_explain(string marked) => Assert.Null(await _session.HoverAsync(marked));

    [Fact]
    public async Task Parameters_locals_and_lambdas_need_no_origin()
    {
        Assert.Equal("(parameter) int n", await _session.ExplainAsync("int F(int n) => |n;"));
        Assert.Equal("(local variable) int n", await _session.ExplainAsync("int F() { var n = 1; return n|; }"));
    }

    [Fact]
    public async Task Nothing_is_seen_of_the_checks_that_a_session_writes_into_a_cell()
    {
        await _session.RunAsync("int Halve(int n) { while (n > 9) { n /= 2; } return n; }");

        Assert.Equal(
            """
            int Halve(int n)

                int Halve(int n) { while (n > …) { n /= …; } return n; }

            method of In [1]
            """,
            await _session.ExplainAsync("Hal|ve(1)", detailLevel: 1),
            ignoreLineEndingDifferences: true
        );
        Assert.Empty(await _session.TextsAsync("NotebookEngine.Execution.Interrupti|"));
        Assert.Empty(await _session.TextsAsync("NotebookEngine.Display.Interrupti|"));
    }

    [Fact]
    public async Task A_loaded_script_is_an_origin()
    {
        _session.Folder.Write("tools.csx", "int FromFile() => 3;");
        await _session.RunAsync("#load \"tools.csx\"");

        Assert.Equal("int FromFile()\n\nmethod of tools.csx", await _session.ExplainAsync("FromFile|()"));
    }
}
