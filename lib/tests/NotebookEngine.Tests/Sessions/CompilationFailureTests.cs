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

    private async Task<CellFailure> FailureOf(string source) =>
        (await engine.RunAsync(new NotebookText().Code("ok", "1").Code("a", source)))["a"].Failure!;
}
