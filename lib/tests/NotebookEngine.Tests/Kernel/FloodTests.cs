using System.Diagnostics;

namespace NotebookEngine.Tests.Kernel;

/// <summary>After an interrupt the output of a cell ends, however fast it was made, and it is bounded all the time.</summary>
public sealed class FloodTests(Engine engine) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    // 25 values, and a mebibyte of text in messages of 16 KiB.
    private const int MostMessagesInWindow = 25 + 64;

    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Theory]
    [InlineData("while (true) 1.Display();")]
    [InlineData("Parallel.For(0, int.MaxValue, n => { n.Display(); });")]
    [InlineData("Parallel.ForEach(Enumerable.Repeat(\"x\", int.MaxValue), (Action<string>)Console.WriteLine);")]
    [InlineData("var d = 1.Display(); while (true) d.Update(2);")]
    [InlineData("while (true) Console.WriteLine(new string('x', 1000));")]
    public void An_interrupted_cell_publishes_little_more(string flood)
    {
        var started = Stopwatch.GetTimestamp();
        var id = Client.SendCell($"Console.WriteLine(\"begun\");\n{flood}");
        Client.AwaitPrinted("begun");

        Client.Ask(Client.Control, "interrupt_request", []);

        // What the pace lets through until the interrupt is heard, and the last of the output, however busy the machine is. A loop makes
        // a hundred times as much.
        var published = Client.PublishedFor(id);
        var windows = 1 + (Stopwatch.GetElapsedTime(started) / Window);
        Assert.InRange(published.Count, 3, 10 + (int)(windows * MostMessagesInWindow));
        Assert.InRange(published.Sum(message => message.Content.ToJsonString().Length), 100, 5_000_000);
        Assert.Equal("idle", published[^1].ToString());
        Assert.StartsWith("error: Interrupted: ", published[^2].ToString(), StringComparison.Ordinal);
        Assert.Equal("Interrupted", Client.Receive(Client.Shell).Content["ename"]!.GetValue<string>());
        Assert.Equal("value 2: 3", Client.Execute("1 + 2").Published[2].ToString());
    }

    [Fact]
    public void A_cell_that_shows_too_many_values_says_where_some_are_left_out()
    {
        var (reply, published) = Client.Execute("for (var n = 0; n < 1200; n++) n.Display();");

        Assert.Equal("ok", reply.Status);
        Assert.Equal(1000, published.Count(message => message.Type == "display_data"));
        Assert.Contains(
            published,
            message =>
                message
                    .ToString()
                    .Contains("The last of the output comes when this cell ends.", StringComparison.Ordinal)
        );
        Assert.Contains(
            published,
            message => message.ToString().Contains("200 values among", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_failure_says_that_output_was_left_out()
    {
        var (reply, _) = Client.Execute(
            "for (var n = 0; n < 300_000; n++) Console.WriteLine(\"line\");\nthrow new Exception(\"x\");"
        );

        Assert.Contains(
            "characters of the output were left out here",
            reply.Content["traceback"]!.ToJsonString(),
            StringComparison.Ordinal
        );
    }
}
