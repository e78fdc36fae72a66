using System.Threading.Channels;
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
    private const long MostBytesInFrame = 64 * 1024 * 1024;

    // How long the last replies may take to leave when the kernel ends.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly MessageFrames _frames;
    private readonly TextWriter _log;

    // A router and no response socket: that one would stop at a peer that breaks the turns of asking and answering.
    private readonly RouterSocket _heartbeat = new();
    private readonly Dictionary<KernelChannel, NetMQSocket> _sockets = new()
    {
        [KernelChannel.Shell] = new RouterSocket(),
        [KernelChannel.Control] = new RouterSocket(),
        [KernelChannel.Stdin] = new RouterSocket(),
        [KernelChannel.IoPub] = new PublisherSocket(),
    };
    private readonly Dictionary<KernelChannel, Channel<WireMessage>> _received = new()
    {
        [KernelChannel.Shell] = Unbounded(),
        [KernelChannel.Control] = Unbounded(),
        [KernelChannel.Stdin] = Unbounded(),
    };
    private readonly NetMQQueue<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly NetMQPoller _poller = [];

    /// <exception cref="ConnectionFileException">A port is taken.</exception>
    internal KernelSockets(ConnectionFile connection, string path, TextWriter log)
    {
        _frames = new MessageFrames(new MessageSignature(connection.Key));
        _log = log;
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

        _heartbeat.ReceiveReady += (_, ready) => Echo(ready.Socket);
        foreach (var channel in _received.Keys)
        {
            _sockets[channel].ReceiveReady += (_, ready) => Receive(channel, ready.Socket);
            _poller.Add(_sockets[channel]);
        }

        _outgoing.ReceiveReady += (_, _) => SendAll();
        _poller.Add(_heartbeat);
        _poller.Add(_outgoing);
        _poller.RunAsync("kernel sockets", isBackgroundThread: true);
    }

    /// <summary>The messages that came in, of those that are well formed and signed.</summary>
    internal ChannelReader<WireMessage> Received(KernelChannel channel) => _received[channel].Reader;

    /// <summary>Sends from any thread. Messages of one channel keep their order.</summary>
    internal void Send(KernelChannel channel, WireMessage message) =>
        _outgoing.Enqueue((channel, _frames.Write(message)));

    /// <summary>Sends what is waiting to be sent, then closes.</summary>
    public void Dispose()
    {
        if (_poller.IsRunning)
        {
            _poller.Stop();
            SendAll();
        }

        _poller.Dispose();
        _outgoing.Dispose();
        _heartbeat.Dispose();
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }

        foreach (var channel in _received.Values)
        {
            channel.Writer.TryComplete();
        }
    }

    private static Channel<WireMessage> Unbounded() => Channel.CreateUnbounded<WireMessage>();

    private static void Bind(NetMQSocket socket, string address)
    {
        socket.Options.Linger = Linger;
        socket.Options.MaxMsgSize = MostBytesInFrame;
        // Outputs wait for a slow reader rather than be dropped.
        socket.Options.SendHighWatermark = 0;
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

    private void Receive(KernelChannel channel, NetMQSocket socket)
    {
        NetMQMessage? received = null;
        if (!socket.TryReceiveMultipartMessage(ref received))
        {
            return;
        }

        var frames = received!.Select(frame => frame.ToByteArray()).ToList();
        if (_frames.Read(frames, out var problem) is { } message)
        {
            _received[channel].Writer.TryWrite(message);
        }
        else
        {
            _log.WriteLine($"{channel}: a message was dropped, for {problem}");
        }
    }

    private void SendAll()
    {
        while (_outgoing.TryDequeue(out var message, TimeSpan.Zero))
        {
            // A router drops what is for a peer that has gone.
            _sockets[message.Channel].TrySendMultipartBytes(message.Frames);
        }
    }
}
