namespace NotebookEngine.Tests.Kernel;

public sealed class ExecutionTests(Engine engine) : IDisposable
{
    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void A_cell_is_busy_shows_its_input_its_outputs_in_order_and_is_idle()
    {
        var (reply, published) = Client.Execute(
            """
            Console.Write("one ");
            Console.WriteLine("two");
            3.Display();
            Console.Error.WriteLine("four");
            Console.WriteLine(5);
            6
            """
        );

        Assert.Equal(
            ["busy", "input 1", "stdout: one two\n", "shown: 3", "stderr: four\n", "stdout: 5\n", "value 1: 6", "idle"],
            published.Select(message => message.ToString())
        );
        Assert.Equal("execute_reply", reply.Type);
        Assert.Equal(
            """{"status":"ok","payload":[],"user_expressions":{},"execution_count":1}""",
            reply.Content.ToJsonString()
        );
        Assert.Equal(Client.Session, reply.Parent["session"]!.GetValue<string>());
        AssertInOrder([.. published.SkipLast(1), reply, published[^1]]);
    }

    [Fact]
    public void A_failure_is_one_error_and_the_same_in_the_reply()
    {
        var (reply, published) = Client.Execute("var x = 1;\nthrow new Exception(\"boom\");");

        Assert.Equal(
            ["busy", "input 1", "error: System.Exception: boom", "idle"],
            published.Select(message => message.ToString())
        );
        Assert.Equal("error", reply.Status);
        Assert.Equal(
            """["System.Exception: boom","   line 2: throw new Exception(\u0022boom\u0022);"]""",
            reply.Content["traceback"]!.ToJsonString()
        );
        Assert.Equal(reply.Content["traceback"]!.ToJsonString(), published[2].Content["traceback"]!.ToJsonString());
        Assert.Equal("value 2: 1", Client.Execute("x").Published[2].ToString());
    }

    [Fact]
    public void A_frame_in_an_earlier_cell_names_that_cell_by_its_count()
    {
        Client.Execute("void Fail()\n{\n    throw new Exception();\n}");

        var (reply, _) = Client.Execute("Fail();");

        Assert.Contains(
            "   at In [1], line 3: throw new Exception();",
            reply.Content["traceback"]!.AsArray().Select(line => line!.GetValue<string>())
        );
    }

    [Fact]
    public void A_silent_cell_publishes_nothing_and_is_not_counted()
    {
        var (reply, published) = Client.Execute(
            "var kept = 1; Console.WriteLine(2); 3.Display(); 4",
            new() { ["silent"] = true, ["store_history"] = true }
        );
        var (failed, failure) = Client.Execute("throw new Exception(\"boom\");", new() { ["silent"] = true });

        Assert.Equal(["busy", "idle"], published.Select(message => message.ToString()));
        Assert.Equal(["busy", "idle"], failure.Select(message => message.ToString()));
        Assert.Equal("ok", reply.Status);
        Assert.Equal(0, reply.Content["execution_count"]!.GetValue<int>());
        Assert.Equal("boom", failed.Content["evalue"]!.GetValue<string>());
        Assert.Equal("value 1: 1", Client.Execute("kept").Published[2].ToString());
        Assert.Equal(["kept"], Inputs());
    }

    [Fact]
    public void A_cell_outside_history_is_shown_but_not_counted()
    {
        Client.Execute("1");

        var (reply, published) = Client.Execute("2", new() { ["store_history"] = false });

        Assert.Equal(["busy", "input 1", "value 1: 2", "idle"], published.Select(message => message.ToString()));
        Assert.Equal(1, reply.Content["execution_count"]!.GetValue<int>());
        Assert.Equal("value 2: 3", Client.Execute("3").Published[2].ToString());
        Assert.Equal(["1", "3"], Inputs());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_cell_without_text_is_answered_and_not_counted(string code)
    {
        var (reply, published) = Client.Execute(code);

        Assert.Equal(["busy", "input 0", "idle"], published.Select(message => message.ToString()));
        Assert.Equal("ok", reply.Status);
        Assert.Equal("value 1: 1", Client.Execute("1").Published[2].ToString());
    }

    [Fact]
    public void An_error_aborts_the_cells_that_have_arrived_and_no_later_one()
    {
        var failing = Client.SendCell("Console.ReadLine(); throw new Exception();");
        var second = Client.SendCell("var never = 1;");
        var between = Client.Send(Client.Shell, "kernel_info_request", []);
        var third = Client.SendCell("2");
        AnswerQuestion();

        var replies = Enumerable.Range(0, 4).Select(_ => Client.Receive(Client.Shell)).ToList();
        var published = Client.PublishedFor(failing);

        Assert.Equal([failing, second, between, third], replies.Select(reply => reply.ParentId));
        Assert.Equal(["error", "aborted", "ok", "aborted"], replies.Select(reply => reply.Status));
        Assert.Equal("idle", published[^1].ToString());
        Assert.Equal(["busy", "idle"], Client.PublishedFor(second).Select(message => message.ToString()));
        Client.PublishedFor(between);
        Assert.Equal(["busy", "idle"], Client.PublishedFor(third).Select(message => message.ToString()));
        Assert.Equal("CS0103", Client.Execute("never").Reply.Content["ename"]!.GetValue<string>());
    }

    [Fact]
    public void An_error_that_need_not_stop_lets_the_waiting_cells_run()
    {
        Client.SendCell("Console.ReadLine(); throw new Exception();", new() { ["stop_on_error"] = false });
        Client.SendCell("2");
        AnswerQuestion();

        Assert.Equal("error", Client.Receive(Client.Shell).Status);
        Assert.Equal("ok", Client.Receive(Client.Shell).Status);
    }

    private void AnswerQuestion()
    {
        Assert.Equal("input_request", Client.Receive(Client.Stdin).Type);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "" });
    }

    private IEnumerable<string> Inputs() =>
        Client.Ask(Client.Shell, "history_request", new() { ["hist_access_type"] = "range" }).Content["history"]!
            .AsArray()
            .Select(entry => entry![2]!.GetValue<string>());

    private static void AssertInOrder(List<WireReply> messages)
    {
        var dates = messages.ConvertAll(message => message.Header["date"]!.GetValue<string>());
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
    }
}
