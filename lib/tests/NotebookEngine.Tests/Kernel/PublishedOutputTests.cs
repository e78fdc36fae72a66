namespace NotebookEngine.Tests.Kernel;

public sealed class PublishedOutputTests(Engine engine) : IDisposable
{
    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void A_hundred_thousand_lines_come_whole_in_few_messages()
    {
        var (_, published) = Client.Execute("for (var n = 0; n < 100_000; n++) Console.WriteLine(n);");

        var streams = published.Where(message => message.Type == "stream").ToList();
        Assert.Equal(
            string.Concat(Enumerable.Range(0, 100_000).Select(n => $"{n}\n")),
            string.Concat(streams.Select(message => message.Content["text"]!.GetValue<string>()))
        );
        Assert.InRange(streams.Count, 1, 1_000);
    }

    [Fact]
    public void What_is_printed_is_seen_while_the_cell_still_runs()
    {
        var id = Client.SendCell("Console.Write(\"early\"); Console.Error.Write(\"!\"); Console.In.Read();");
        Client.AwaitPrinted("early!");

        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "" });
        Assert.Equal("idle", Client.PublishedFor(id)[^1].ToString());
    }

    [Fact]
    public void Late_work_writes_to_the_cell_that_started_it_after_its_idle()
    {
        Client.Execute("var go = new TaskCompletionSource();");
        var starter = Client.SendCell(
            "var late = Task.Run(async () => { await go.Task; Console.WriteLine(\"late\"); });"
        );
        Client.PublishedFor(starter);
        Client.SendCell("go.SetResult();\nawait late;");

        WireReply message;
        do
        {
            message = Client.Published();
        } while (message.ToString() != "stdout: late\n");

        Assert.Equal(starter, message.ParentId);
    }

    [Fact]
    public void An_update_names_the_display_that_it_changes()
    {
        var (_, first) = Client.Execute("var bar = 1.Display();\nbar.Update(2);");
        var (_, later) = Client.Execute("bar.Update(3);");

        Assert.Equal(
            ["busy", "input 1", "shown: 1", "updated: 2", "idle"],
            first.Select(message => message.ToString())
        );
        Assert.Equal(["busy", "input 2", "updated: 3", "idle"], later.Select(message => message.ToString()));
        var ids = new[] { first[2], first[3], later[2] }.Select(message =>
            message.Content["transient"]!["display_id"]!.GetValue<string>()
        );
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Text_that_is_no_Unicode_reaches_the_front_end_as_such()
    {
        var (_, published) = Client.Execute("Console.Write(\"a\\ud800b 🙂\");");

        Assert.Equal("stdout: a\ufffdb 🙂", published[2].ToString());
    }

    [Fact]
    public void Two_front_ends_hear_everything_and_each_its_own_replies()
    {
        using var other = new WireClient(_kernel.Connection);
        Assert.True(other.TryReach(() => true));

        var mine = Client.SendCell("1");
        var others = other.SendCell("2");

        Assert.Equal(mine, Client.Receive(Client.Shell).ParentId);
        Assert.Equal(others, other.Receive(other.Shell).ParentId);
        foreach (var client in new[] { Client, other })
        {
            Assert.Contains(": 1", client.PublishedFor(mine)[2].ToString());
            Assert.Contains(": 2", client.PublishedFor(others)[2].ToString());
        }
    }

    [Fact]
    public void A_front_end_that_comes_back_in_the_middle_of_a_cell_has_its_reply()
    {
        string id;
        using (var first = new WireClient(_kernel.Connection, "the same front end"))
        {
            Assert.True(first.TryReach(() => true));
            id = first.SendCell("Console.ReadLine()");
            first.Receive(first.Stdin);
        }

        using var again = new WireClient(_kernel.Connection, "the same front end");
        Assert.True(again.TryReach(() => true));
        again.Send(again.Stdin, "input_reply", new() { ["value"] = "back" });

        Assert.Equal("value 1: back", again.PublishedFor(id)[0].ToString());
        Assert.Equal(id, again.Receive(again.Shell).ParentId);
    }

    [Fact]
    public void The_heartbeat_is_echoed_while_a_cell_spins()
    {
        var id = Client.SendCell("Console.WriteLine(\"begun\"); while (true) { }");
        Client.AwaitPrinted("begun");

        Assert.Equal("ping", Client.Beat("ping"));
        Client.Ask(Client.Control, "interrupt_request", []);
        Client.PublishedFor(id);
    }
}
