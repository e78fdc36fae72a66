namespace NotebookEngine.Tests.Kernel;

/// <summary>An interrupt on the wire ends each kind of work with one error, and the next cell runs.</summary>
public sealed class InterruptTests(Engine engine) : IDisposable
{
    private const string Begun = "Console.WriteLine(\"begun\");\n";

    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) Console.WriteLine(\"again\");")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData(
        "var gate = new object(); Task.Run(() => { lock (gate) { System.Threading.Thread.Sleep(-1); } }); while (System.Threading.Monitor.TryEnter(gate)) System.Threading.Monitor.Exit(gate); lock (gate) { }"
    )]
    [InlineData("Parallel.For(0, 100, _ => System.Threading.Thread.Sleep(-1));")]
    public void Work_is_stopped(string work)
    {
        var id = Client.SendCell(Begun + work);
        Client.AwaitPrinted("begun");

        Assert.Equal("""{"status":"ok"}""", Client.Ask(Client.Control, "interrupt_request", []).Content.ToJsonString());

        var published = Client.PublishedFor(id);
        Assert.Equal("idle", published[^1].ToString());
        Assert.StartsWith(
            "error: Interrupted: the cell was interrupted",
            published[^2].ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("still busy", published[^2].ToString(), StringComparison.Ordinal);
        Assert.Equal("Interrupted", Client.Receive(Client.Shell).Content["ename"]!.GetValue<string>());
        Assert.Equal("value 2: 3", Client.Execute("1 + 2").Published[2].ToString());
    }

    [Fact]
    public void What_cannot_be_stopped_is_left_behind_and_named()
    {
        var id = Client.SendCell(
            """
            var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            Console.WriteLine("begun");
            listener.AcceptTcpClient();
            """
        );
        Client.AwaitPrinted("begun");

        Client.Ask(Client.Control, "interrupt_request", []);

        Assert.Equal(
            "error: Interrupted: the cell was interrupted, but it is still busy in a call that .NET cannot interrupt. "
                + "The call goes on until the kernel is restarted; other cells can run meanwhile. What the cell declared is lost",
            Client.PublishedFor(id)[^2].ToString()
        );
        Assert.Equal("error", Client.Receive(Client.Shell).Status);
        Assert.Equal("value 2: 3", Client.Execute("1 + 2").Published[2].ToString());
    }

    [Fact]
    public void Cells_that_wait_are_aborted_with_the_interrupted_one()
    {
        Client.SendCell(Begun + "while (true) { }");
        Client.SendCell("1");
        Client.AwaitPrinted("begun");

        Client.Ask(Client.Control, "interrupt_request", []);

        Assert.Equal("error", Client.Receive(Client.Shell).Status);
        Assert.Equal("aborted", Client.Receive(Client.Shell).Status);
        Assert.Equal("ok", Client.Execute("1").Reply.Status);
    }

    [Fact]
    public void Without_a_running_cell_an_interrupt_changes_nothing()
    {
        Assert.Equal("ok", Client.Ask(Client.Control, "interrupt_request", []).Status);
        Assert.Equal("value 1: 1", Client.Execute("1").Published[2].ToString());
    }
}
