using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace NotebookEngine.Tests.Kernel;

/// <summary>A front end as the protocol sees it: four sockets, framing and signature of its own.</summary>
internal sealed class WireClient : IDisposable
{
    // More than a loaded machine needs; a test that waits for so long has failed.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly WireConnection _connection;
    private readonly DealerSocket _heartbeat = new();
    private readonly SubscriberSocket _iopub = new();

    internal WireClient(WireConnection connection, string? session = null)
    {
        _connection = connection;
        Session = session ?? Guid.NewGuid().ToString();
        foreach (var socket in new[] { Shell, Control, Stdin })
        {
            socket.Options.Identity = Encoding.ASCII.GetBytes(Session);
        }

        foreach (
            var (socket, port) in new (NetMQSocket, int)[]
            {
                (Shell, connection.Shell),
                (Control, connection.Control),
                (Stdin, connection.Stdin),
                (_heartbeat, connection.Heartbeat),
                (_iopub, connection.IoPub),
            }
        )
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Options.SendHighWatermark = 0;
            socket.Options.ReceiveHighWatermark = 0;
            socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(20);
            socket.Connect(FormattableString.Invariant($"tcp://127.0.0.1:{port}"));
        }

        _iopub.SubscribeToAnyTopic();
    }

    internal string Session { get; }

    internal DealerSocket Shell { get; } = new();

    internal DealerSocket Control { get; } = new();

    internal DealerSocket Stdin { get; } = new();

    /// <summary>Asks until the kernel answers and can be heard, and takes in all that it has to say to that.</summary>
    /// <returns>False where it has not within a while.</returns>
    internal bool TryReach(Func<bool> isAlive)
    {
        var unanswered = 0;
        while (isAlive())
        {
            var asked = Send(Control, "kernel_info_request", []);
            unanswered++;
            if (TryReceive(Control, TimeSpan.FromSeconds(1)) is null)
            {
                continue;
            }

            unanswered--;
            if (TryReceive(_iopub, TimeSpan.FromSeconds(1)) is { } heard)
            {
                // On a busy machine the answers to earlier requests come late, and would be taken for answers to later ones.
                for (; unanswered > 0; unanswered--)
                {
                    Receive(Control);
                }

                while (!heard.IsIdle || heard.ParentId != asked)
                {
                    heard = Published();
                }

                return true;
            }
        }

        return false;
    }

    /// <returns>The message's id.</returns>
    internal string Send(DealerSocket channel, string type, JsonObject content, JsonObject? parent = null)
    {
        var header = WireFrames.Header(type, Session);
        SendFrames(
            channel,
            WireFrames.Sign(
                _connection.Key,
                header.ToJsonString(),
                parent?.ToJsonString() ?? "{}",
                "{}",
                content.ToJsonString()
            )
        );
        return header["msg_id"]!.GetValue<string>();
    }

    internal static void SendFrames(DealerSocket channel, IReadOnlyList<byte[]> frames) =>
        channel.SendMultipartBytes(frames);

    internal WireReply Receive(DealerSocket channel) =>
        TryReceive(channel, Deadline) ?? throw new TimeoutException("the kernel does not answer");

    internal WireReply Published() =>
        TryReceive(_iopub, Deadline) ?? throw new TimeoutException("the kernel publishes nothing");

    /// <summary>What is published for one message, up to its idle.</summary>
    internal List<WireReply> PublishedFor(string id)
    {
        var published = new List<WireReply>();
        do
        {
            var message = Published();
            if (message.ParentId == id)
            {
                published.Add(message);
            }
        } while (published.LastOrDefault()?.IsIdle is not true);

        return published;
    }

    internal WireReply Ask(DealerSocket channel, string type, JsonObject content)
    {
        var id = Send(channel, type, content);
        var reply = Receive(channel);
        Assert.Equal(id, reply.ParentId);
        return reply;
    }

    internal string SendCell(string code, JsonObject? options = null)
    {
        var content = options ?? [];
        content["code"] = code;
        return Send(Shell, "execute_request", content);
    }

    /// <summary>Runs a cell to its end.</summary>
    internal (WireReply Reply, List<WireReply> Published) Execute(string code, JsonObject? options = null)
    {
        var id = SendCell(code, options);
        var published = PublishedFor(id);
        var reply = Receive(Shell);
        Assert.Equal(id, reply.ParentId);
        return (reply, published);
    }

    /// <summary>Waits for what a running cell prints, which says how far it is.</summary>
    internal void AwaitPrinted(string text)
    {
        var printed = "";
        var others = new List<string>();
        while (!printed.Contains(text, StringComparison.Ordinal))
        {
            var message =
                TryReceive(_iopub, Deadline)
                ?? throw new TimeoutException(
                    $"the kernel does not print '{text}'. It printed '{printed}', and {others.Count} other messages came: {string.Join(", ", others.Take(5))}"
                );
            if (message.Type == "stream")
            {
                printed += message.Content["text"]!.GetValue<string>();
            }
            else
            {
                others.Add(message.Type);
            }
        }
    }

    internal string? Beat(string text)
    {
        _heartbeat.SendFrame(text);
        return _heartbeat.TryReceiveFrameString(Deadline, out var echo) ? echo : null;
    }

    public void Dispose()
    {
        foreach (var socket in new NetMQSocket[] { Shell, Control, Stdin, _heartbeat, _iopub })
        {
            socket.Dispose();
        }
    }

    private WireReply? TryReceive(NetMQSocket socket, TimeSpan wait)
    {
        var frames = new List<byte[]>();
        return socket.TryReceiveMultipartBytes(wait, ref frames!) ? WireFrames.Read(_connection.Key, frames!) : null;
    }
}
