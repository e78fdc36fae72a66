using NotebookEngine.Execution;
using NotebookEngine.Outputs;

namespace NotebookEngine.Tests.Execution;

/// <summary>An interrupt may come at any moment of a cell's life.</summary>
public sealed class InterruptMomentTests(Engine engine)
{
    [Fact]
    public async Task A_cell_that_is_interrupted_before_it_starts_never_runs()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        await session.ExecuteAsync(Cell("first", "var x = 1;"));
        var second = Cell("second", "x = 2;");
        second.Interrupt();

        var failure = await session.ExecuteAsync(second);

        Assert.Equal(FailureKind.Interrupted, failure!.Kind);
        Assert.Equal("the cell was interrupted before it ran", failure.Message);
        var shown = new List<CellOutput>();
        Assert.Null(await session.ExecuteAsync(new CellExecution("third", "x", shown.Add)));
        Assert.Equal("1", Assert.IsType<CellOutput.Returned>(Assert.Single(shown)).Data.Text);
    }

    [Fact]
    public async Task A_cell_that_is_interrupted_while_it_is_compiled_never_runs()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        var many = string.Join(
            '\n',
            Enumerable.Range(0, 20_000).Select(n => $"var v{n} = new {{ n = {n} }}.n.ToString();")
        );

        var cell = Cell("cell", many);

        var running = session.ExecuteAsync(cell);
        cell.Interrupt();

        Assert.Equal("the cell was interrupted before it ran", (await running)!.Message);
        Assert.Null(await session.ExecuteAsync(Cell("next", "1")));
    }

    [Fact]
    public async Task An_interrupt_after_the_end_does_nothing()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        var first = Cell("a", "int Twice(int n) { return 2 * n; }");
        Assert.Null(await session.ExecuteAsync(first));

        first.Interrupt();

        var shown = new List<CellOutput>();
        Assert.Null(await session.ExecuteAsync(new CellExecution("b", "Twice(4)", shown.Add)));
        Assert.Equal("8", Assert.IsType<CellOutput.Returned>(Assert.Single(shown)).Data.Text);
    }

    [Fact]
    public async Task Each_of_several_interrupts_in_a_row_stops_its_cell()
    {
        using var session = new InterruptedSession(engine);
        for (var time = 0; time < 3; time++)
        {
            var failure = await session.InterruptAsync("Console.WriteLine(\"ready\");\nwhile (true) { }");
            Assert.Equal(2, failure.Line);
        }
    }

    [Theory]
    [InlineData(
        "class Endless { public override string ToString() { Console.WriteLine(\"ready\"); while (true) { } } }"
    )]
    [InlineData(
        "class Endless : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() "
            + "{ Console.WriteLine(\"ready\"); while (true) { } } }"
    )]
    [InlineData("class Endless { public int Value { get { Console.WriteLine(\"ready\"); while (true) { } } } }")]
    public async Task A_value_that_never_ends_to_show_itself_is_stopped_and_what_the_cell_declared_stays(string type)
    {
        using var session = new InterruptedSession(engine);

        var failure = await session.InterruptAsync($"{type}\nvar made = 4;\nnew Endless()");

        Assert.Equal("the cell was interrupted", failure.Message);
        Assert.Empty(session.Shown);
        Assert.Null(await session.RunAsync("Console.Write(made);"));
        Assert.Equal("4", session.Printed);
    }

    private static CellExecution Cell(string id, string source) => new(id, source, _ => { });
}
