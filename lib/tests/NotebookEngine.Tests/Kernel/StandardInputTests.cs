namespace NotebookEngine.Tests.Kernel;

public sealed class StandardInputTests(Engine engine) : IDisposable
{
    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void An_unfinished_line_becomes_the_question_and_the_answer_the_line_that_is_read()
    {
        var id = Client.SendCell(
            """
            Console.WriteLine("before");
            Console.Write("Name: ");
            var name = Console.ReadLine();
            $"Hello, {name}"
            """
        );
        var question = Client.Receive(Client.Stdin);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "Grüße 🙂" }, question.Header);

        Assert.Equal("input_request", question.Type);
        Assert.Equal(id, question.ParentId);
        Assert.Equal("""{"prompt":"Name: ","password":false}""", question.Content.ToJsonString());
        Assert.Equal(
            ["busy", "input 1", "stdout: before\n", "value 1: Hello, Grüße 🙂", "idle"],
            Client.PublishedFor(id).Select(message => message.ToString())
        );
    }

    [Fact]
    public void Single_characters_come_from_one_line_and_its_end()
    {
        var id = Client.SendCell("$\"{Console.In.Peek()} {Console.Read()} {Console.Read()} {Console.Read()}\"");
        Answer("ab");

        Assert.Equal("value 1: 97 97 98 10", Client.PublishedFor(id)[2].ToString());
    }

    [Fact]
    public void What_is_left_of_a_line_is_the_next_line_that_is_read()
    {
        var id = Client.SendCell("Console.Read();\nConsole.ReadLine() + Console.In.ReadToEnd()");
        Answer("abc");
        Answer("def");

        Assert.Equal("value 1: bcdef", Client.PublishedFor(id)[2].ToString());
    }

    [Fact]
    public void Without_somebody_to_ask_reading_fails_and_says_so()
    {
        var (reply, _) = Client.Execute("Console.ReadLine()", new() { ["allow_stdin"] = false });

        Assert.Equal(
            "This notebook runs where no user can type an answer, so there is no console input. Give the value in the cell",
            reply.Content["evalue"]!.GetValue<string>()
        );
    }

    [Fact]
    public void Answers_that_nobody_waits_for_are_dropped()
    {
        using var stranger = new WireClient(_kernel.Connection);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "too early" });
        var id = Client.SendCell("Console.ReadLine()");
        var question = Client.Receive(Client.Stdin);
        stranger.Send(stranger.Stdin, "input_reply", new() { ["value"] = "foreign" }, question.Header);
        stranger.Ask(stranger.Control, "kernel_info_request", []);
        Client.Send(
            Client.Stdin,
            "input_reply",
            new() { ["value"] = "other" },
            WireFrames.Header("input_request", "x")
        );
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = 7 }, question.Header);
        Client.Send(Client.Stdin, "execute_request", new() { ["code"] = "1" });
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "right" }, question.Header);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "too late" }, question.Header);

        Assert.Equal("value 1: right", Client.PublishedFor(id)[2].ToString());
        var next = Client.SendCell("Console.ReadLine()");
        Answer("second");
        Assert.Equal("value 2: second", Client.PublishedFor(next)[2].ToString());
        _kernel.End();
        Assert.Contains("Stdin: input_reply is malformed: 'value' must be a string", _kernel.Log);
        Assert.Contains("Stdin: an input_reply was dropped, because it answers no open question", _kernel.Log);
        Assert.Contains("Stdin: a message was dropped, because it is not an input_reply", _kernel.Log);
        Assert.DoesNotContain("too early", _kernel.Log);
    }

    [Fact]
    public void An_interrupt_ends_the_wait_for_an_answer()
    {
        var id = Client.SendCell("Console.ReadLine()");
        Client.Receive(Client.Stdin);

        Client.Ask(Client.Control, "interrupt_request", []);

        Assert.Equal("error: Interrupted: the cell was interrupted", Client.PublishedFor(id)[2].ToString());
    }

    [Fact]
    public void A_shutdown_ends_the_wait_for_an_answer()
    {
        Client.SendCell("Console.ReadLine()");
        Client.Receive(Client.Stdin);

        var reply = Client.Ask(Client.Control, "shutdown_request", new() { ["restart"] = true });

        Assert.Equal("""{"status":"ok","restart":true}""", reply.Content.ToJsonString());
        Assert.True(_kernel.HasEnded(TimeSpan.FromMinutes(1)));
    }

    private void Answer(string value)
    {
        Assert.Equal("input_request", Client.Receive(Client.Stdin).Type);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = value });
    }
}
