using NotebookEngine.Execution;
using NotebookEngine.Outputs;
using NotebookEngine.Tests.Execution;

namespace NotebookEngine.Tests.Display;

/// <summary>A value that contains itself is shown in part: its text has no end, and a stack overflow would end this process.</summary>
public sealed class EndlessValueTests(Engine engine)
{
    private const string CutOff =
        " … (cut off: this value is nested too deeply or too long to show; does it contain itself?)";

    [Theory]
    [InlineData("var a = new List<object>(); a.Add(a);\na", "List<Object>\n")]
    [InlineData("var a = new object[1]; a[0] = a;\na", "Object[]\n")]
    [InlineData("var a = new ArrayList(); a.Add(a);\na", "CastICollectionIterator<Object>\n")]
    public async Task The_beginning_of_a_value_that_contains_itself_is_shown(string source, string beginning)
    {
        var shown = await ShownAsync(source);

        Assert.StartsWith(beginning, shown.Text, StringComparison.Ordinal);
        Assert.EndsWith(CutOff, shown.Text, StringComparison.Ordinal);
        Assert.InRange(shown.Text.Length, 100, 1200);
        Assert.InRange(shown.Html!.Length, 100, 20_000);
    }

    [Theory]
    [InlineData("class Node { public Node Self => this; }\nnew Node()")]
    [InlineData("class Node { public Node Next => new Node(); public Node Other => new Node(); }\nnew Node()")]
    [InlineData("var d = new Dictionary<string, object>(); d[\"me\"] = d;\nd")]
    public async Task A_value_whose_properties_have_no_end_is_shown_to_a_depth(string source) =>
        Assert.InRange((await ShownAsync(source)).Text.Length, 10, 20_000);

    [Fact]
    public async Task What_has_no_end_cannot_be_written_as_JSON_and_the_cell_says_so()
    {
        using var session = new InterruptedSession(engine);

        var failure = await session.RunAsync("var a = new List<object>(); a.Add(a);\na.Display(\"application/json\")");

        Assert.Equal(FailureKind.Exception, failure?.Kind);
        Assert.Contains("cycle", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_a_sequence_without_end_can_be_interrupted()
    {
        using var session = new InterruptedSession(engine);

        var failure = await session.InterruptAsync(
            "IEnumerable<int> All() { Console.WriteLine(\"ready\"); while (true) yield return 1; }\nAll()"
        );

        Assert.Equal("the cell was interrupted", failure.Message);
        Assert.Empty(session.Shown);
    }

    // To say what was thrown takes long on a busy machine; the cell is no longer at work then, and does not wait either.
    [Fact]
    public async Task An_interrupt_is_told_right_while_it_is_still_found_out_what_the_value_threw()
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync(
            """
            class Slow : Exception
            {
                public override string Message => Convert.ToHexString(System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(
                    "a", new byte[16], 2_000_000, System.Security.Cryptography.HashAlgorithmName.SHA256, 16));
            }
            """
        );

        var failure = await session.InterruptAsync(
            """
            class Endless { }
            string Show(Endless _) { Console.WriteLine("ready"); try { while (true) { } } catch { throw new Slow(); } }
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Endless>(Show, "text/plain");
            new Endless()
            """
        );

        Assert.Equal("the cell was interrupted", failure.Message);
    }

    private async Task<MimeBundle> ShownAsync(string source)
    {
        using var session = new InterruptedSession(engine);
        Assert.Null(await session.RunAsync(source));
        return Assert.IsType<CellOutput.Returned>(Assert.Single(session.Shown)).Data;
    }
}
