using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Failures;

public sealed class ExceptionFailureTests(Engine engine)
{
    [Fact]
    public async Task A_throw_gives_type_message_line_and_the_values_that_the_line_mentions()
    {
        var failure = await FailureOf(
            "var unused = 1;",
            "var seen = new[] { 1, 2 };\nvar at = 5;\nvar n =\n  seen[at];"
        );

        Assert.Equal(FailureKind.Exception, failure.Kind);
        Assert.Equal("System.IndexOutOfRangeException", failure.Name);
        Assert.Equal("Index was outside the bounds of the array.", failure.Message);
        Assert.Equal(4, failure.Line);
        Assert.Equal("  seen[at];", failure.SourceLine);
        Assert.Equal([new NamedValue("seen", "(Int32[], 2 items)"), new NamedValue("at", "5")], failure.Values);
        Assert.Empty(failure.Details);
    }

    [Fact]
    public async Task A_throw_in_a_method_of_an_earlier_cell_gives_both_lines()
    {
        var failure = await FailureOf(
            "int Half(int n) =>\n  n % 2 == 0 ? n / 2 : throw new ArgumentException(\"odd\");",
            "var n = 3;\n\nHalf(n)"
        );

        Assert.Equal(3, failure.Line);
        Assert.Equal([new NamedValue("n", "3")], failure.Values);
        Assert.Equal(
            ["   at earlier, line 2: n % 2 == 0 ? n / 2 : throw new ArgumentException(\"odd\");"],
            failure.Details
        );
    }

    [Fact]
    public async Task A_throw_in_an_awaited_method_of_an_earlier_cell_gives_both_lines()
    {
        var failure = await FailureOf(
            "async Task<int> SlowAsync()\n{\n  await Task.Yield();\n  throw new InvalidOperationException(\"slow\");\n}",
            "var before = 1;\nawait SlowAsync();"
        );

        Assert.Equal(2, failure.Line);
        Assert.Equal(["   at earlier, line 4: throw new InvalidOperationException(\"slow\");"], failure.Details);
    }

    [Fact]
    public async Task A_throw_in_a_lambda_of_an_earlier_cell_gives_both_lines()
    {
        var failure = await FailureOf(
            "Func<int, int> invert = n =>\n  100 / n;",
            "var ns = new[] { 1, 0 };\nns.Select(invert).ToList()"
        );

        Assert.Equal("System.DivideByZeroException", failure.Name);
        Assert.Equal(2, failure.Line);
        Assert.Equal(["ns", "invert"], failure.Values.Select(value => value.Name));
        Assert.Equal(["   at earlier, line 2: 100 / n;"], failure.Details);
    }

    [Fact]
    public async Task A_throw_in_the_framework_names_what_was_called_and_why()
    {
        var failure = await FailureOf("", "Task.Run(() => int.Parse(\"x\")).Wait();");

        Assert.Equal("System.AggregateException", failure.Name);
        Assert.Equal(1, failure.Line);
        Assert.Equal(
            "   because of System.FormatException: The input string 'x' was not in a correct format. "
                + "(at a, line 1: Task.Run(() => int.Parse(\"x\")).Wait();)",
            failure.Details[0]
        );
        Assert.StartsWith("   thrown in System.Threading.Tasks.Task.", failure.Details[1]);
    }

    [Fact]
    public async Task A_cell_that_cancels_itself_has_failed()
    {
        var failure = await FailureOf("", "throw new OperationCanceledException();");

        Assert.Equal("System.OperationCanceledException", failure.Name);
    }

    [Fact]
    public async Task A_value_whose_formatter_throws_fails_the_cell()
    {
        var failure = await FailureOf(
            "",
            "Enumerable.Range(0, 3).Select(n => n < 2 ? n : throw new NotSupportedException(\"no third\"))"
        );

        Assert.Equal("System.NotSupportedException", failure.Name);
        Assert.Equal(1, failure.Line);
    }

    [Fact]
    public async Task A_statement_over_several_lines_gives_all_values_it_mentions()
    {
        var failure = await FailureOf(
            "var clientId = \"app\";\nvar clientSecret = \"hidden\";\nvar limit = 3;",
            "if (limit > 2)\n{\n  string.Concat(\n    clientId,\n    clientSecret)\n    .Substring(99);\n}"
        );

        Assert.Equal(3, failure.Line);
        Assert.Equal(
            [new NamedValue("clientId", "\"app\""), new NamedValue("clientSecret", "(string, 6 characters)")],
            failure.Values
        );
    }

    [Fact]
    public async Task A_message_that_quotes_a_secret_variable_shows_its_name_instead()
    {
        var failure = await FailureOf(
            "var clientSecret = \"correct horse battery\";\nvar user = \"somebody or other\";",
            "throw new Exception($\"no {clientSecret} for {user}\", new Exception(clientSecret));"
        );

        Assert.Equal("no (clientSecret) for somebody or other", failure.Message);
        Assert.Equal("   because of System.Exception: (clientSecret)", failure.Details[0]);
    }

    [Fact]
    public async Task An_exception_that_throws_the_like_of_itself_when_asked_for_its_message_is_named()
    {
        var failure = await FailureOf(
            "class Mute : Exception { public override string Message { get { throw new Mute(); } } }",
            "throw new Mute();"
        );

        Assert.EndsWith("Mute", failure.Name);
        Assert.Equal($"its Message throws {failure.Name}", failure.Message);
        Assert.Equal(1, failure.Line);
    }

    private async Task<CellFailure> FailureOf(string earlier, string source) =>
        (await engine.RunAsync(new NotebookText().Code("earlier", earlier).Code("a", source)))["a"].Failure!;
}
