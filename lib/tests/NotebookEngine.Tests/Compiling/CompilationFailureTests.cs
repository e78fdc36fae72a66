using NotebookEngine.Execution;
using NotebookEngine.Outputs;
using NotebookEngine.Tests.Execution;

namespace NotebookEngine.Tests.Compiling;

public sealed class CompilationFailureTests(Engine engine)
{
    [Fact]
    public async Task The_first_error_gives_code_line_and_text()
    {
        var failure = await FailureOf("var x = 1;\nvar y = x\nvar z = 2;");

        Assert.Equal(FailureKind.Compilation, failure.Kind);
        Assert.Equal("CS1002", failure.Name);
        Assert.Equal("; expected", failure.Message);
        Assert.Equal(2, failure.Line);
        Assert.Equal("var y = x", failure.SourceLine);
    }

    [Fact]
    public async Task The_traceback_shows_message_place_and_a_caret_below_the_source()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "#pragma warning restore\n{\n\tint n = word;\n}")
        );

        Assert.Equal(
            [
                "CS0103: The name 'word' does not exist in the current context",
                "   line 3, column 10:",
                "       int n = word;",
                "               ^",
            ],
            result["a"].Error!.Traceback
        );
    }

    [Fact]
    public async Task Further_errors_are_listed_up_to_five_in_all()
    {
        var failure = await FailureOf("a;\nb;\nc;\nd;\ne;\nf;\ng;");

        Assert.Equal(5, failure.Details.Count);
        Assert.StartsWith("   line 1: CS0201", failure.Details[0]);
        Assert.Matches("and [0-9]+ more errors", failure.Details[^1]);
    }

    [Fact]
    public async Task Lines_are_counted_below_a_time_magic()
    {
        Assert.Equal(3, (await FailureOf("#!time\nvar x = 1;\nnothing()")).Line);
    }

    [Theory]
    [InlineData(
        "using var s = new System.IO.StringWriter();",
        "; expected. A cell has no 'using var' at its top level; write using (var x = …) { … }"
    )]
    [InlineData(
        "display(1);",
        "The name 'display' does not exist in the current context. Only some engines have display(); write value.Display()"
    )]
    [InlineData(
        "HTML(\"<b>1</b>\");",
        "The name 'HTML' does not exist in the current context. "
            + "Only some engines have HTML(); write new Microsoft.AspNetCore.Html.HtmlString(text)"
    )]
    public async Task What_other_engines_or_programs_have_and_cells_have_not_is_told_with_what_to_write(
        string source,
        string message
    ) => Assert.Equal(message, (await FailureOf(source)).Message);

    [Fact]
    public async Task What_is_to_be_written_for_HTML_shows_it_unescaped()
    {
        using var session = new InterruptedSession(engine);

        Assert.Null(await session.RunAsync("new Microsoft.AspNetCore.Html.HtmlString(\"<b>1</b>\")"));

        Assert.Equal("<b>1</b>", Assert.IsType<CellOutput.Returned>(Assert.Single(session.Shown)).Data.Html);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("List<")]
    [InlineData("$\"{")]
    public async Task A_cell_nested_so_deeply_that_it_would_end_the_process_is_refused(string opening)
    {
        var failure = await FailureOf(string.Concat(Enumerable.Repeat(opening, 20_000)));

        Assert.Equal(FailureKind.Compilation, failure.Kind);
        Assert.Equal("NestedTooDeeply", failure.Name);
        Assert.Equal(
            "The cell has more than 500 brackets open at once, which the compiler may not survive. "
                + "Close them, split the code, or read long text from a file",
            failure.Message
        );
    }

    [Fact]
    public async Task A_case_without_statements_is_the_compilers_to_refuse() =>
        Assert.StartsWith("CS", (await FailureOf("switch (1) { case 1: }")).Name);

    private async Task<CellFailure> FailureOf(string source) =>
        (await engine.RunAsync(new NotebookText().Code("ok", "1").Code("a", source)))["a"].Failure!;
}
