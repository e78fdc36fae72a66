using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Execution;

/// <summary>What only waits for a task is left alone, and never goes on.</summary>
public sealed class InterruptedAwaitTests(Engine engine)
{
    // Says "ready" when the cell has nothing left to do but wait.
    private const string Told = """
        class Told(Task task) : System.Runtime.CompilerServices.INotifyCompletion
        {
            public bool IsCompleted => false;
            public Told GetAwaiter() => this;
            public void GetResult() { }
            public void OnCompleted(Action next)
            {
                var context = System.Threading.SynchronizationContext.Current;
                task.GetAwaiter().OnCompleted(() => context.Post(_ => next(), null));
                Console.WriteLine("ready");
            }
        }
        """;

    [Theory]
    [InlineData("await new Told(Task.Delay(-1));")]
    [InlineData("await new Told(new TaskCompletionSource().Task);")]
    [InlineData("async Task Inner() => await new Told(Task.Delay(-1));\nawait Inner();")]
    [InlineData(
        "async IAsyncEnumerable<int> Never() { await new Told(Task.Delay(-1)); yield return 1; }\n"
            + "await foreach (var n in Never()) { }"
    )]
    public async Task A_cell_that_only_awaits_is_left_and_what_it_declared_is_lost(string source)
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync($"var before = 7;\n{Told}");

        var failure = await session.InterruptAsync($"before++;\nvar made = 1;\n{source}");

        Assert.Equal(FailureKind.Interrupted, failure.Kind);
        Assert.Equal(
            "the cell was interrupted while it awaited something; what follows the await does not run. "
                + "What the cell declared is lost",
            failure.Message
        );
        Assert.Equal("CS0103", (await session.RunAsync("made"))!.Name);
        Assert.Null(await session.RunAsync("Console.Write(before);"));
        Assert.Equal("8", session.Printed);
    }

    [Fact]
    public async Task What_follows_an_await_never_runs_after_an_interrupt()
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync($"var go = new TaskCompletionSource();\nvar seen = 0;\n{Told}");

        var failure = await session.InterruptAsync("await new Told(go.Task);\nseen = 1;");
        await session.RunAsync("go.SetResult();\nawait Task.Delay(50);\nConsole.Write(seen);");

        Assert.DoesNotContain("lost", failure.Message);
        Assert.Equal("0", session.Printed);
    }
}
