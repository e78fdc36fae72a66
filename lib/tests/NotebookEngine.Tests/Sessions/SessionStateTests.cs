using NotebookEngine.Compiling;
using NotebookEngine.Execution;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Sessions;

public sealed class SessionStateTests(Engine engine)
{
    [Fact]
    public async Task Cells_see_variables_methods_types_and_usings_of_earlier_cells()
    {
        var result = await engine.RunAsync(
            new NotebookText()
                .Code("a", "using System.Text.Json;\nvar x = 20;\nint Twice(int n) => 2 * n;\nrecord P(int N);")
                .Code("b", "JsonSerializer.Serialize(new P(Twice(x) + 2))")
        );

        Assert.Equal("""{"N":42}""", Assert.Single(result["b"].Shown).Text);
    }

    [Fact]
    public async Task Variables_assigned_before_a_throw_survive_it_even_in_the_first_cell()
    {
        var result = await engine.RunAsync(
            new NotebookText()
                .Code("a", "var x = 7;\nthrow new Exception(\"boom\");", "raises-exception")
                .Code("b", "x")
        );

        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
        Assert.Equal("7", Assert.Single(result["b"].Shown).Text);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "var x = 7;").Code("b", "x = 8; nonsense", "raises-exception").Code("c", "x")
        );

        Assert.Equal("7", Assert.Single(result["c"].Shown).Text);
    }

    [Fact]
    public async Task Two_notebooks_know_nothing_of_each_other()
    {
        await engine.RunAsync(new NotebookText().Code("a", "var onlyHere = 1;"));
        var second = await engine.RunAsync(new NotebookText().Code("a", "onlyHere"));

        Assert.Equal("CS0103", second["a"].Failure?.Name);
    }

    [Fact]
    public async Task The_language_is_CSharp_14_with_the_usings_of_NET_Interactive()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code(
                "a",
                """
                class Box { public string? Name { get => field; set => field = value?.Trim(); } }
                Box? box = new();
                box?.Name = " x ";
                await Task.Yield();
                IEnumerable list = new List<int> { 1 }.Select(n => n + 1).ToArray();
                new StringBuilder(box.Name).Append(typeof(List<>).Name)
                """
            )
        );

        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
        Assert.Equal(
            "CS0103",
            (await engine.RunAsync(new NotebookText().Code("a", "File.Exists(\"x\")")))["a"].Failure?.Name
        );
    }

    [Fact]
    public async Task An_empty_cell_passes() =>
        Assert.Equal(CellOutcome.Passed, (await engine.RunAsync(new NotebookText().Code("a", "")))["a"].Outcome);

    [Fact]
    public async Task Sessions_that_start_at_once_each_keep_to_their_types()
    {
        using var gate = new Barrier(4);
        // Of its own, for no test before this one must have bound them.
        var references = CellReferences.OfThisProcess();
        var failures = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(Run, TaskCreationOptions.LongRunning).Unwrap())
        );

        Assert.All(failures, Assert.Null);

        async Task<CellFailure?> Run()
        {
            using var session = new NotebookSession(
                AppContext.BaseDirectory,
                references,
                new CellAssemblies(),
                TimeProvider.System
            );
            gate.SignalAndWait(TestContext.Current.CancellationToken);
            return await session.ExecuteAsync(new CellExecution("a", "System.Net.EndPoint e = null;", _ => { }))
                ?? await session.ExecuteAsync(new CellExecution("b", "var f = (System.Net.IPEndPoint)e;", _ => { }));
        }
    }
}
