using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Execution;

/// <summary>What .NET cannot stop is given up and told; the session goes on without it.</summary>
public sealed class UninterruptibleTests(Engine engine)
{
    private const string Busy =
        "the cell was interrupted, but it is still busy in a call that .NET cannot interrupt. "
        + "The call goes on until the kernel is restarted; other cells can run meanwhile";

    private const string Ready = "Console.WriteLine(\"ready\");";

    [Theory]
    [InlineData(
        $"using System.Net.Sockets;\nlistener.Start();\nTask.Run(() => {{ }}).Wait();\nAccept();\nvoid Accept() {{ {Ready} listener.AcceptSocket(); }}"
    )]
    [InlineData(
        $"Match();\nvoid Match() {{ {Ready} System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60) + '!', \"^(a+)+$\"); }}"
    )]
    public async Task A_call_that_cannot_be_stopped_is_given_up(string source)
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync(
            "var before = 7;\nvar listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);"
        );

        var failure = await session.InterruptAsync(source);

        Assert.Equal(FailureKind.Interrupted, failure.Kind);
        Assert.Equal($"{Busy}. What the cell declared is lost", failure.Message);
        Assert.Null(await session.RunAsync("Console.Write(before);\nlistener.Stop();"));
        Assert.Equal("7", session.Printed);
    }

    [Fact]
    public async Task Code_that_comes_back_from_such_a_call_dies_at_its_next_check_and_leaves_the_session_alone()
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync(
            """
            var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            var ended = new TaskCompletionSource<string>();
            """
        );

        var failure = await session.InterruptAsync(
            $$"""
            void Accept()
            {
                {{Ready}}
                listener.AcceptTcpClient().Dispose();
                try { while (true) { } }
                catch (Exception problem) { ended.SetResult(problem.GetType().Name); }
            }
            Accept();
            """
        );
        var next = await session.RunAsync(
            """
            var mine = 5;
            using (var client = new System.Net.Sockets.TcpClient())
            {
                client.Connect((System.Net.IPEndPoint)listener.LocalEndpoint);
                Console.Write(await ended.Task);
            }
            """
        );

        Assert.Contains(Busy, failure.Message);
        Assert.Null(next);
        Assert.Null(await session.RunAsync("Console.Write(mine);\nlistener.Stop();"));
        Assert.Equal("CellInterruptedException5", session.Printed);
    }

    [Fact]
    public async Task Something_that_the_cell_started_and_that_cannot_be_stopped_is_told_though_the_cell_has_stopped()
    {
        using var session = new InterruptedSession(engine);
        await session.RunAsync(
            """
            var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            """
        );

        var failure = await session.InterruptAsync(
            $$"""
            var accepting = new System.Threading.ManualResetEventSlim();
            Task.Run(() =>
            {
                accepting.Set();
                try { listener.AcceptSocket(); } catch (Exception) { }
            });
            accepting.Wait();
            {{Ready}}
            while (true) { }
            """
        );

        Assert.StartsWith(
            "the cell was interrupted, but something that it started is still busy in a call that .NET cannot interrupt.",
            failure.Message
        );
        Assert.DoesNotContain("lost", failure.Message);
        Assert.Null(await session.RunAsync("listener.Stop();"));
    }
}
