using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

/// <summary>The requests beside <c>execute_request</c>.</summary>
public sealed class RequestTests(Engine engine) : IDisposable
{
    private readonly KernelInProcess _kernel = KernelInProcess.Start(engine);

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void The_kernel_says_who_it_is_on_both_channels_also_while_a_cell_runs()
    {
        var idle = Client.Ask(Client.Shell, "kernel_info_request", []);
        var cell = Client.SendCell("Console.ReadLine();");
        Client.Receive(Client.Stdin);
        var busy = Client.Ask(Client.Control, "kernel_info_request", []);
        Client.Send(Client.Stdin, "input_reply", new() { ["value"] = "" });
        Client.PublishedFor(cell);

        Assert.Equal(idle.Content.ToJsonString(), busy.Content.ToJsonString());
        Assert.Equal("5.4", idle.Content["protocol_version"]!.GetValue<string>());
        Assert.Equal(
            """{"name":"csharp","version":"14.0","mimetype":"text/x-csharp","file_extension":".cs","pygments_lexer":"csharp"}""",
            idle.Content["language_info"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );
    }

    [Fact]
    public void Completions_count_in_code_points()
    {
        Client.Execute("var readable = 1;");

        var reply = Client.Ask(
            Client.Shell,
            "complete_request",
            new() { ["code"] = "var s = \"🙂\"; reada", ["cursor_pos"] = 18 }
        );

        Assert.Contains("readable", reply.Content["matches"]!.AsArray().Select(match => match!.GetValue<string>()));
        Assert.Equal(13, reply.Content["cursor_start"]!.GetValue<int>());
        Assert.Equal(18, reply.Content["cursor_end"]!.GetValue<int>());
        var typed = reply.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray();
        Assert.Contains(typed, match => match!["text"]!.GetValue<string>() == "readable");
    }

    [Fact]
    public void Inspection_explains_what_is_known_and_finds_nothing_elsewhere()
    {
        Client.Execute("var answer = 42;");

        var found = Client.Ask(Client.Shell, "inspect_request", new() { ["code"] = "answer", ["cursor_pos"] = 2 });
        var nothing = Client.Ask(Client.Shell, "inspect_request", new() { ["code"] = "  ", ["cursor_pos"] = 1 });

        Assert.True(found.Content["found"]!.GetValue<bool>());
        Assert.Contains("int answer", found.Content["data"]!["text/plain"]!.GetValue<string>());
        Assert.NotNull(found.Content["data"]!["text/markdown"]);
        Assert.Equal("""{"status":"ok","found":false,"data":{},"metadata":{}}""", nothing.Content.ToJsonString());
    }

    [Theory]
    [InlineData("1 + 1", """{"status":"complete"}""")]
    [InlineData("if (true) {", """{"status":"incomplete","indent":"    "}""")]
    [InlineData("1 + ;", """{"status":"invalid"}""")]
    public void A_console_learns_whether_to_run_what_was_typed(string code, string content) =>
        Assert.Equal(
            content,
            Client.Ask(Client.Shell, "is_complete_request", new() { ["code"] = code }).Content.ToJsonString()
        );

    [Theory]
    [InlineData("""{"hist_access_type":"range"}""", """[[1,1,"1"],[1,2,"22"],[1,3,"throw null;"],[1,4,"1"]]""")]
    [InlineData("""{"hist_access_type":"range","start":2,"stop":4}""", """[[1,2,"22"],[1,3,"throw null;"]]""")]
    [InlineData("""{"hist_access_type":"range","session":-1}""", "[]")]
    [InlineData("""{"hist_access_type":"tail","n":2}""", """[[1,3,"throw null;"],[1,4,"1"]]""")]
    [InlineData(
        """{"hist_access_type":"tail","n":2,"output":true}""",
        """[[1,3,["throw null;",null]],[1,4,["1","1"]]]"""
    )]
    [InlineData("""{"hist_access_type":"search","pattern":"?2*","n":5}""", """[[1,2,"22"]]""")]
    [InlineData(
        """{"hist_access_type":"search","pattern":"*","unique":true}""",
        """[[1,2,"22"],[1,3,"throw null;"],[1,4,"1"]]"""
    )]
    [InlineData("""{"hist_access_type":"search","n":1}""", """[[1,4,"1"]]""")]
    public void History_is_what_was_run_in_this_session(string request, string history)
    {
        foreach (var code in new[] { "1", "22", "throw null;", "1" })
        {
            Client.Execute(code);
        }

        var reply = Client.Ask(Client.Shell, "history_request", JsonNode.Parse(request)!.AsObject());

        Assert.Equal(history, reply.Content["history"]!.ToJsonString());
    }

    [Fact]
    public void Comms_are_none_and_are_closed_politely()
    {
        Assert.Equal(
            """{"status":"ok","comms":{}}""",
            Client.Ask(Client.Shell, "comm_info_request", []).Content.ToJsonString()
        );
        var open = Client.Send(
            Client.Shell,
            "comm_open",
            new()
            {
                ["comm_id"] = "c1",
                ["target_name"] = "jupyter.widget",
                ["data"] = new JsonObject(),
            }
        );
        var published = Client.PublishedFor(open);
        Client.Send(Client.Shell, "comm_msg", new() { ["comm_id"] = "c1", ["data"] = new JsonObject() });
        Client.Send(Client.Shell, "comm_open", []);

        Assert.Equal(["busy", "comm_close", "idle"], published.Select(message => message.ToString()));
        Assert.Equal("""{"comm_id":"c1","data":{}}""", published[1].Content.ToJsonString());
        Assert.Equal("ok", Client.Ask(Client.Shell, "kernel_info_request", []).Status);
        _kernel.End();
        Assert.Contains("Shell: a comm_msg was ignored, because no comm is open", _kernel.Log);
        Assert.Contains("Shell: comm_open is malformed: 'comm_id' must be a string", _kernel.Log);
    }

    [Fact]
    public void The_ports_are_told_to_who_knows_one_of_them()
    {
        var reply = Client.Ask(Client.Shell, "connect_request", []);

        Assert.Equal(_kernel.Connection.IoPub, reply.Content["iopub_port"]!.GetValue<int>());
        Assert.Equal(_kernel.Connection.Heartbeat, reply.Content["hb_port"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("execute_request", """{"code":1}""", "'code' must be a string")]
    [InlineData("execute_request", """{"code":"1","silent":"yes"}""", "'silent' must be true or false")]
    [InlineData("execute_request", """{"code":"1","user_expressions":[]}""", "'user_expressions' must be an object")]
    [InlineData("execute_request", """{"code":"\ud800"}""", "'code' has half a surrogate pair in it")]
    [InlineData("complete_request", """{"code":"1","cursor_pos":1.5}""", "'cursor_pos' must be a whole number")]
    [InlineData(
        "history_request",
        """{"hist_access_type":"all"}""",
        "'hist_access_type' must be range, tail or search"
    )]
    public void A_wrong_member_is_named_in_the_reply_and_in_the_log(string type, string content, string problem)
    {
        WireClient.SendFrames(
            Client.Shell,
            WireFrames.Sign(
                _kernel.Connection.Key,
                WireFrames.Header(type, Client.Session).ToJsonString(),
                "{}",
                "{}",
                content
            )
        );
        var reply = Client.Receive(Client.Shell);

        Assert.Equal(type.Replace("_request", "_reply", StringComparison.Ordinal), reply.Type);
        Assert.Equal("error", reply.Status);
        Assert.Equal($"{type}: {problem}", reply.Content["evalue"]!.GetValue<string>());
        _kernel.End();
        Assert.Equal($"Shell: {type} is malformed: {problem}", _kernel.Log.Trim());
    }

    [Fact]
    public void A_malformed_shutdown_is_refused_and_the_kernel_goes_on()
    {
        Assert.Equal("error", Client.Ask(Client.Control, "shutdown_request", new() { ["restart"] = "yes" }).Status);
        Assert.Equal("ok", Client.Execute("1").Reply.Status);
    }

    [Fact]
    public void A_shutdown_on_shell_is_heard_while_a_cell_waits()
    {
        Client.SendCell("Console.ReadLine();");
        Client.Receive(Client.Stdin);
        Client.Send(Client.Shell, "shutdown_request", []);

        WireReply reply;
        do
        {
            reply = Client.Receive(Client.Shell);
        } while (reply.Type != "shutdown_reply");

        Assert.Equal("""{"status":"ok","restart":false}""", reply.Content.ToJsonString());
        Assert.True(_kernel.HasEnded(TimeSpan.FromMinutes(1)));
    }
}
