using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Execution;

/// <summary>Whatever a cell does, an interrupt ends it soon, and the session goes on with all that it had before.</summary>
public sealed class InterruptionTests(Engine engine)
{
    private const string Ready = "Console.WriteLine(\"ready\");\n";

    public static TheoryData<string, string> Stopped =>
        new()
        {
            { "endless loop", "while (true) { }" },
            { "endless loop without braces", "for (;;) ;" },
            { "do loop", "do x++; while (x > 0 || x <= 0);" },
            { "goto", "again: x++; goto again;" },
            { "goto case", "switch (1) { case 1: goto case 2; case 2: goto case 1; }" },
            { "loop over an endless sequence", "foreach (var n in Enumerable.Repeat(1, int.MaxValue)) x += n;" },
            { "iterator", "IEnumerable<int> Ones() { while (true) yield return 1; }\nOnes().Count()" },
            { "loop that swallows", "while (true) { try { while (true) { } } catch (Exception) { } }" },
            {
                "loops that swallow in each other",
                "while (true) try { while (true) try { while (true) { } } catch { } } catch { }"
            },
            { "recursion", "int Slow(int n) { return n == 0 ? 1 : Slow(n - 1) + Slow(n - 1); }\nSlow(60)" },
            { "recursion of an expression", "int Slow(int n) =>\n  n == 0 ? 1 : Slow(n - 1) + Slow(n - 1);\nSlow(60)" },
            {
                "async recursion",
                "async Task Slow(int n) => await (n == 0 ? Task.CompletedTask : Task.WhenAll(Slow(n - 1), Slow(n - 1)));\nawait Slow(60);"
            },
            { "lambda", "Action spin = () => { while (true) { } };\nspin();" },
            { "property", "class Box { public int Value { get { while (true) { } } } }\nnew Box().Value" },
            { "sleep", "System.Threading.Thread.Sleep(-1);" },
            { "sleep that is swallowed", "while (true) { try { System.Threading.Thread.Sleep(-1); } catch { } }" },
            {
                "two sleeps",
                "try { System.Threading.Thread.Sleep(-1); } catch { }\nSystem.Threading.Thread.Sleep(-1);"
            },
            {
                "lock",
                "var gate = new object();\nvar taken = new System.Threading.ManualResetEventSlim();\nTask.Run(() => { lock (gate) { taken.Set(); System.Threading.Thread.Sleep(-1); } });\ntaken.Wait();\nlock (gate) { }"
            },
            { "wait for a task", "new TaskCompletionSource().Task.Wait();" },
            { "result of a task", "new TaskCompletionSource<int>().Task.Result" },
            { "semaphore", "new System.Threading.SemaphoreSlim(0).Wait();" },
            { "blocking collection", "new System.Collections.Concurrent.BlockingCollection<int>().Take()" },
            {
                "join",
                "var idle = new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)) { IsBackground = true };\nidle.Start();\nidle.Join();"
            },
            { "event", "new System.Threading.ManualResetEvent(false).WaitOne();" },
            { "spin", "System.Threading.SpinWait.SpinUntil(() => false);" },
            { "loop after an await", "await Task.Delay(1);\nwhile (true) { }" },
            { "sleep after an await", "await Task.Delay(1);\nSystem.Threading.Thread.Sleep(-1);" },
            { "loop of awaits", "while (true) { await Task.Yield(); }" },
            { "Parallel.For", "Parallel.For(0, 4, _ => { while (true) { } });" },
            { "wait for a task that loops", "Task.Run(() => { while (true) { } }).Wait();" },
            {
                "async lambda",
                "Func<Task> spin = async () => { await Task.Yield(); while (true) { } };\nawait spin();"
            },
            {
                "type initializer",
                "class Late { public static int Value; static Late() { while (true) { Value++; } } }\nLate.Value"
            },
        };

    [Theory]
    [MemberData(nameof(Stopped))]
    public async Task An_interrupt_stops(string kind, string source)
    {
        using var session = new InterruptedSession(engine);
        Assert.Null(await session.RunAsync("var before = 7; var x = 0;"));

        var failure = await session.InterruptAsync($"var made = 1;\n{Ready}{source}");

        Assert.Equal(FailureKind.Interrupted, failure.Kind);
        Assert.Equal("Interrupted", failure.Name);
        Assert.Equal("the cell was interrupted", failure.Message);
        Assert.Null(await session.RunAsync("Console.Write(before + made);"));
        Assert.Equal("8", session.Printed);
        Assert.Empty(session.Strays);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public async Task An_interrupt_ends_a_cell_that_has_filled_the_thread_pool()
    {
        using var session = new InterruptedSession(engine);
        Assert.Null(await session.RunAsync("var go = new System.Threading.ManualResetEventSlim();"));

        var failure = await session.InterruptAsync(
            $"for (var i = 0; i < 300; i++) {{ Task.Run(() => go.Wait()); }}\n{Ready}while (true) {{ }}"
        );

        Assert.Equal(FailureKind.Interrupted, failure.Kind);
        Assert.Null(await session.RunAsync("go.Set();"));
    }
}
