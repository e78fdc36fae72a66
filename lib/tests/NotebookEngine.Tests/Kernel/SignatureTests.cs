namespace NotebookEngine.Tests.Kernel;

public sealed class SignatureTests(Engine engine)
{
    [Theory]
    [InlineData("another key", "its signature is not by the connection's key")]
    [InlineData("", "its signature is not by the connection's key")]
    public void A_message_that_is_signed_wrongly_is_dropped(string key, string problem)
    {
        using var kernel = KernelInProcess.Start(engine);
        WireClient.SendFrames(kernel.Client.Shell, Request(key, kernel.Client.Session));

        Assert.Equal("value 1: 2", kernel.Client.Execute("2").Published[2].ToString());
        kernel.End();
        Assert.Equal($"Shell: a message was dropped, because {problem}", kernel.Log.Trim());
    }

    [Fact]
    public void Without_a_key_everything_is_accepted_and_the_log_says_so()
    {
        using var kernel = KernelInProcess.Start(engine, key: "");
        WireClient.SendFrames(kernel.Client.Shell, Request("whatever", kernel.Client.Session));

        Assert.Equal("ok", kernel.Client.Receive(kernel.Client.Shell).Status);
        kernel.End();
        Assert.Equal("the connection file has no key, so messages are neither signed nor checked", kernel.Log.Trim());
    }

    [Theory]
    [InlineData("{}", "its header lacks msg_id or msg_type")]
    [InlineData(
        """{"msg_id":"1","msg_type":"execute_request","msg_id":"2"}""",
        "a part of it is no JSON object in UTF-8, or is nested too deeply, or has a member twice"
    )]
    public void A_header_that_says_nothing_is_dropped(string header, string problem)
    {
        using var kernel = KernelInProcess.Start(engine);
        WireClient.SendFrames(kernel.Client.Control, WireFrames.Sign(kernel.Connection.Key, header, "{}", "{}", "{}"));

        Assert.Equal("ok", kernel.Client.Ask(kernel.Client.Control, "kernel_info_request", []).Status);
        kernel.End();
        Assert.Equal($"Control: a message was dropped, because {problem}", kernel.Log.Trim());
    }

    [Fact]
    public void An_unknown_type_is_dropped_and_named()
    {
        using var kernel = KernelInProcess.Start(engine);
        kernel.Client.Send(kernel.Client.Shell, "debug_request", []);

        Assert.Equal("ok", kernel.Client.Ask(kernel.Client.Shell, "kernel_info_request", []).Status);
        kernel.End();
        Assert.Equal("Shell: a message was dropped, because its type \"debug_request\" is unknown", kernel.Log.Trim());
    }

    private static List<byte[]> Request(string key, string session) =>
        WireFrames.Sign(
            key,
            WireFrames.Header("execute_request", session).ToJsonString(),
            "{}",
            "{}",
            """{"code":"1"}"""
        );
}
