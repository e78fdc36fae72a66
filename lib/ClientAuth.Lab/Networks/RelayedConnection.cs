using System.Net.Sockets;
using System.Threading.Channels;

namespace ClientAuth.Lab.Networks;

/// <summary>Carries bytes between a client and a server, each so long after it was sent, and notices round trips.</summary>
internal sealed class RelayedConnection : IAsyncDisposable
{
    private const int LargestPiece = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly Socket _client;
    private readonly Socket _server;
    private readonly TimeSpan _oneWay;
    private readonly TimeProvider _clock;
    private readonly Action _onRoundTrip;
    private readonly Task _relaying;
    private bool _isAwaited;

    /// <param name="client">The relay's end of the client's connection; goes with this.</param>
    /// <param name="server">The relay's connection to the server; goes with this.</param>
    /// <param name="oneWay">How long everything is held back.</param>
    /// <param name="clock">Runs the delay.</param>
    /// <param name="onRoundTrip">Is told as the first bytes come back after the client has sent something.</param>
    public RelayedConnection(Socket client, Socket server, TimeSpan oneWay, TimeProvider clock, Action onRoundTrip)
    {
        (_client, _server, _oneWay, _clock, _onRoundTrip) = (client, server, oneWay, clock, onRoundTrip);
        _relaying = RelayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await _relaying;
    }

    private async Task RelayAsync()
    {
        await Task.WhenAll(
            CarryAsync(_client, _server, onTaken: Await, onGiven: null),
            CarryAsync(_server, _client, onTaken: null, onGiven: ComeBack)
        );
        Close();
    }

    // The counting stands before the bytes are given on, so that nothing can be sent for them before.
    private async Task CarryAsync(Socket from, Socket to, Action? onTaken, Action? onGiven)
    {
        var onTheWay = Channel.CreateUnbounded<(byte[] Bytes, long Taken)>();
        var giving = GiveAsync(onTheWay.Reader, to, onGiven);
        try
        {
            var buffer = new byte[LargestPiece];
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                onTaken?.Invoke();
                onTheWay.Writer.TryWrite((buffer[..count], _clock.GetTimestamp()));
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // One side broke the connection, so the other one loses it as well.
            Close();
        }

        onTheWay.Writer.Complete();
        await giving;
    }

    private async Task GiveAsync(ChannelReader<(byte[] Bytes, long Taken)> onTheWay, Socket to, Action? onGiven)
    {
        try
        {
            await foreach (var (bytes, taken) in onTheWay.ReadAllAsync())
            {
                if (_oneWay - _clock.GetElapsedTime(taken) is var rest && rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, _clock);
                }

                onGiven?.Invoke();
                await SendAllAsync(to, bytes);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            Close();
        }
    }

    private static async Task SendAllAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes)..];
        }
    }

    private void Close()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private void Await()
    {
        lock (_lock)
        {
            _isAwaited = true;
        }
    }

    private void ComeBack()
    {
        lock (_lock)
        {
            if (!_isAwaited)
            {
                return;
            }

            _isAwaited = false;
        }

        _onRoundTrip();
    }
}
