using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Sessions;

/// <summary>An interrupt may come at any moment of a cell's life.</summary>
public sealed class InterruptMomentTests(Engine engine)
{
    private static readonly CellHost Nowhere = new(_ => { }, _ => { });

    [Fact]
    public async Task A_cell_that_is_interrupted_before_it_starts_never_runs()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        await session.ExecuteAsync("first", "var x = 1;", Nowhere, TestContext.Current.CancellationToken);

        var failure = await session.ExecuteAsync("second", "x = 2;", Nowhere, new CancellationToken(canceled: true));

        Assert.Equal(FailureKind.Interrupted, failure!.Kind);
        Assert.Equal("the cell was interrupted before it ran", failure.Message);
        var shown = new List<CellOutput>();
        Assert.Null(
            await session.ExecuteAsync(
                "third",
                "x",
                new CellHost(shown.Add, _ => { }),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("1", Assert.IsType<CellOutput.Returned>(Assert.Single(shown)).Data.Text);
    }

    [Fact]
    public async Task A_cell_that_is_interrupted_while_it_is_compiled_never_runs()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        using var interrupt = new CancellationTokenSource();
        var many = string.Join(
            '\n',
            Enumerable.Range(0, 20_000).Select(n => $"var v{n} = new {{ n = {n} }}.n.ToString();")
        );

        var running = session.ExecuteAsync("cell", many, Nowhere, interrupt.Token);
        await interrupt.CancelAsync();

        Assert.Equal("the cell was interrupted before it ran", (await running)!.Message);
        Assert.Null(await session.ExecuteAsync("next", "1", Nowhere, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_interrupt_after_the_end_does_nothing()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        using var interrupt = new CancellationTokenSource();
        Assert.Null(await session.ExecuteAsync("a", "int Twice(int n) { return 2 * n; }", Nowhere, interrupt.Token));

        await interrupt.CancelAsync();

        var shown = new List<CellOutput>();
        var host = new CellHost(shown.Add, _ => { });
        Assert.Null(await session.ExecuteAsync("b", "Twice(4)", host, TestContext.Current.CancellationToken));
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
}
