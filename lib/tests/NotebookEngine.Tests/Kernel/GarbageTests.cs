using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NetMQ;

namespace NotebookEngine.Tests.Kernel;

/// <summary>Whatever comes in on the kernel's ports: it lives on, serves its front end, and says in the log what was dropped.</summary>
public sealed class GarbageTests : IDisposable
{
    private const int Seed = 20260421;
    private const int Messages = 9_000;
    private const int Streams = 1_000;

    private readonly KernelOnItsOwn _kernel = KernelOnItsOwn.Start();

    private WireClient Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Ten_thousand_frames_of_garbage_change_nothing()
    {
        var garbage = new GarbageFrames(new Random(Seed), _kernel.Connection);
        Client.Execute("var kept = 42;");
        var before = HeapInKernel();
        using (var stranger = new WireClient(_kernel.Connection))
        {
            for (var n = 0; n < Messages; n++)
            {
                var channel = new[] { stranger.Shell, stranger.Control, stranger.Stdin }[n % 3];
                WireClient.SendFrames(channel, garbage.Next());
            }

            foreach (var channel in new[] { stranger.Shell, stranger.Control })
            {
                AwaitReply(channel, stranger.Send(channel, "kernel_info_request", []));
            }
        }

        for (var n = 0; n < Streams; n++)
        {
            Pour(garbage.NextStream(), Port(n % 5));
        }

        Assert.True(_kernel.IsAlive);
        Assert.Equal("ping", Client.Beat("ping"));
        Assert.Equal("ok", Client.Ask(Client.Shell, "kernel_info_request", []).Status);
        AssertInterrupts();
        // A message is held while it is read; what is kept of it are its signature, and log lines of a few words.
        Assert.InRange(HeapInKernel() - before, long.MinValue, 32 * 1024 * 1024);
        Assert.Contains("42", Client.Execute("kept").Published[2].ToString());
        Assert.InRange(_kernel.Log.Count, 1, 1_000);
        Assert.DoesNotContain(_kernel.Log, line => line.Contains(GarbageFrames.Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_that_comes_again_is_dropped()
    {
        var frames = WireFrames.Sign(
            _kernel.Connection.Key,
            WireFrames.Header("execute_request", Client.Session).ToJsonString(),
            "{}",
            "{}",
            """{"code":"1"}"""
        );
        WireClient.SendFrames(Client.Shell, frames);
        WireClient.SendFrames(Client.Shell, frames);

        Assert.Equal("execute_reply", Client.Receive(Client.Shell).Type);
        Assert.Equal("kernel_info_reply", Client.Ask(Client.Shell, "kernel_info_request", []).Type);
        Assert.Contains("value 2: 2", Client.Execute("2").Published.Select(message => message.ToString()));
    }

    private void AssertInterrupts()
    {
        var id = Client.SendCell("Console.WriteLine(\"begun\"); while (true) { }");
        Client.AwaitPrinted("begun");
        Client.Ask(Client.Control, "interrupt_request", []);
        Assert.StartsWith("error: Interrupted", Client.PublishedFor(id)[^2].ToString(), StringComparison.Ordinal);
        Client.Receive(Client.Shell);
    }

    private long HeapInKernel() =>
        long.Parse(
            Client.Execute("Console.Write(GC.GetTotalMemory(true));").Published[2].Content["text"]!.GetValue<string>(),
            CultureInfo.InvariantCulture
        );

    private static void AwaitReply(NetMQ.Sockets.DealerSocket channel, string id)
    {
        // Errors for what was signed but wrong come first.
        string text;
        do
        {
            var frames = channel.ReceiveMultipartBytes();
            text = Encoding.UTF8.GetString(frames[3]);
        } while (!text.Contains(id, StringComparison.Ordinal));
    }

    private int Port(int number) =>
        new[]
        {
            _kernel.Connection.Shell,
            _kernel.Connection.Control,
            _kernel.Connection.Stdin,
            _kernel.Connection.IoPub,
            _kernel.Connection.Heartbeat,
        }[number];

    private static void Pour(byte[] stream, int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, port);
        socket.Send(stream);
    }
}
