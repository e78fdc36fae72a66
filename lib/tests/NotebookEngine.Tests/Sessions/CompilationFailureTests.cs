using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Sessions;

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
        "; expected. A cell's own level has no 'using var'; write using (var x = …) { … }"
    )]
    [InlineData(
        "display(1);",
        "The name 'display' does not exist in the current context. "
            + "Only some engines have it; write value.Display(), or text.Display(\"text/html\")"
    )]
    public async Task What_other_engines_or_programs_have_and_cells_have_not_is_told_with_what_to_write(
        string source,
        string message
    ) => Assert.Equal(message, (await FailureOf(source)).Message);

    private async Task<CellFailure> FailureOf(string source) =>
        (await engine.RunAsync(new NotebookText().Code("ok", "1").Code("a", source)))["a"].Failure!;
}
