using NetMQ;
using NetMQ.Sockets;

namespace NotebookEngine.Kernel.Wire;

/// <summary>
/// The five sockets of a kernel. One thread owns them, as ZeroMQ wants it, and does nothing but pass messages on, so that a
/// heartbeat is echoed and an interrupt heard whatever the cells do.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    // A larger one is no message of a front end, and would be held in memory as a whole.
    private const long MostBytesInFrame = 16 * 1024 * 1024;

    // How long the last replies may take to leave when the kernel ends.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly MessageFrames _frames;
    private readonly Action<string> _log;

    // A router and no response socket: that one would stop at a peer that breaks the turns of asking and answering.
    private readonly RouterSocket _heartbeat = new();
    private readonly Dictionary<KernelChannel, NetMQSocket> _sockets = new()
    {
        [KernelChannel.Shell] = new RouterSocket(),
        [KernelChannel.Control] = new RouterSocket(),
        [KernelChannel.Stdin] = new RouterSocket(),
        // Tells of each subscription, and not of the first alone.
        [KernelChannel.IoPub] = new XPublisherSocket { Options = { XPubVerbose = true } },
    };
    private readonly NetMQPoller _poller = [];

    // Cells' threads add to the first queue, and only this class's own thread to the second: a thread that is interrupted
    // while it waits in a lock of ZeroMQ's would leave that socket asleep for ever.
    private readonly MessageQueue<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly NetMQQueue<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _toSend = new();
    private readonly Thread _sender;

    /// <exception cref="ConnectionFileException">A port is taken.</exception>
    internal KernelSockets(ConnectionFile connection, string path, Action<string> log)
    {
        _frames = new MessageFrames(new MessageSignature(connection.Key));
        _log = log;
        _sender = new Thread(PassOn) { IsBackground = true, Name = "kernel sender" };
        try
        {
            Bind(_heartbeat, connection.AddressOf(connection.HeartbeatPort));
            Bind(_sockets[KernelChannel.Shell], connection.AddressOf(connection.ShellPort));
            Bind(_sockets[KernelChannel.Control], connection.AddressOf(connection.ControlPort));
            Bind(_sockets[KernelChannel.Stdin], connection.AddressOf(connection.StdinPort));
            Bind(_sockets[KernelChannel.IoPub], connection.AddressOf(connection.IoPubPort));
        }
        catch (NetMQException problem)
        {
            Dispose();
            throw new ConnectionFileException(path, $"one of its ports cannot be listened on: {problem.Message}");
        }
    }

    /// <summary>Begins to send and to receive.</summary>
    /// <param name="received">Is given each message that is well formed, signed and new; must not block.</param>
    /// <param name="subscribed">Is called when a front end subscribes to iopub: what was published before does not reach it.</param>
    internal void Start(Action<WireMessage> received, Action subscribed)
    {
        _heartbeat.ReceiveReady += (_, ready) => Echo(ready.Socket);
        _poller.Add(_heartbeat);
        foreach (var (channel, socket) in _sockets.Where(socket => socket.Key != KernelChannel.IoPub))
        {
            socket.ReceiveReady += (_, ready) => Receive(channel, ready.Socket, received);
            _poller.Add(socket);
        }

        _sockets[KernelChannel.IoPub].ReceiveReady += (_, ready) => ReceiveSubscription(ready.Socket, subscribed);
        _poller.Add(_sockets[KernelChannel.IoPub]);
        _toSend.ReceiveReady += (_, _) => SendAll();
        _poller.Add(_toSend);
        _sender.Start();
        _poller.RunAsync("kernel sockets", isBackgroundThread: true);
    }

    /// <summary>Sends from any thread; messages keep their order. After the end it does nothing.</summary>
    internal void Send(WireMessage message) => _outgoing.Add((message.Channel, _frames.Write(message)));

    /// <summary>Sends what is waiting to be sent, then closes.</summary>
    public void Dispose()
    {
        _outgoing.End();
        if (_poller.IsRunning)
        {
            _sender.Join();
            _poller.Stop();
            SendAll();
        }

        _poller.Dispose();
        _toSend.Dispose();
        _heartbeat.Dispose();
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }
    }

    private static void Bind(NetMQSocket socket, string address)
    {
        socket.Options.Linger = Linger;
        socket.Options.MaxMsgSize = MostBytesInFrame;
        // Outputs wait for a slow reader rather than be dropped.
        socket.Options.SendHighWatermark = 0;
        if (socket is RouterSocket)
        {
            // A front end that reconnects is the same one, even where its old connection has not been seen to end.
            socket.Options.RouterHandover = true;
        }

        socket.Bind(address);
    }

    private static void Echo(NetMQSocket heartbeat)
    {
        NetMQMessage? beat = null;
        if (heartbeat.TryReceiveMultipartMessage(ref beat))
        {
            heartbeat.TrySendMultipartMessage(beat!);
        }
    }

    private void Receive(KernelChannel channel, NetMQSocket socket, Action<WireMessage> received)
    {
        NetMQMessage? came = null;
        if (!socket.TryReceiveMultipartMessage(ref came))
        {
            return;
        }

        var frames = came!.Select(frame => frame.ToByteArray()).ToList();
        if (_frames.Read(channel, frames, out var problem) is { } message)
        {
            Pass(message, received);
        }
        else
        {
            _log($"{channel}: a message was dropped, because {problem}");
        }
    }

    // An exception on this thread would end all receiving.
    private void Pass(WireMessage message, Action<WireMessage> received)
    {
        try
        {
            received(message);
        }
        catch (Exception problem)
        {
            _log($"{message.Channel}: a message was dropped, because handling it threw {problem.GetType()}");
        }
    }

    // ZeroMQ's own message: a byte that is 1 for a subscription, then the topic.
    private static void ReceiveSubscription(NetMQSocket socket, Action subscribed)
    {
        NetMQMessage? came = null;
        if (socket.TryReceiveMultipartMessage(ref came) && came!.First.ToByteArray() is [1, ..])
        {
            subscribed();
        }
    }

    private void PassOn()
    {
        foreach (var message in _outgoing.TakeAll())
        {
            _toSend.Enqueue(message);
        }
    }

    private void SendAll()
    {
        while (_toSend.TryDequeue(out var message, TimeSpan.Zero))
        {
            // A router drops what is for a peer that has gone.
            _sockets[message.Channel].TrySendMultipartBytes(message.Frames);
        }
    }
}
