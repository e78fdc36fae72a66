using System.Net;
using System.Net.Sockets;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Passes the connections of a node on to Redis, and holds back the answers or cuts the connections when it is told to.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private readonly int _target;
    private readonly Task _accepting;
    private TaskCompletionSource _answers = Opened();
    private int _free;
    private bool _isCut;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Redis hears everything, and nobody hears Redis once so many answers have passed.</summary>
    public void HoldAnswers(int after = 0)
    {
        Volatile.Write(ref _free, after);
        _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void ReleaseAnswers() => _answers.TrySetResult();

    /// <summary>Ends every connection, and each new one at once.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            _open.ForEach(connection => connection.Dispose());
            _open.Clear();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _answers.TrySetResult();
        _listener.Dispose();
        Cut();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var node = await _listener.AcceptTcpClientAsync(_ended.Token);
                _ = PassOnAsync(node);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task PassOnAsync(TcpClient node)
    {
        using var redis = new TcpClient();
        using (node)
        {
            try
            {
                lock (_lock)
                {
                    if (_isCut)
                    {
                        return;
                    }

                    _open.AddRange([node, redis]);
                }

                await redis.ConnectAsync(IPAddress.Loopback, _target, _ended.Token);
                await Task.WhenAny(CopyAsync(node, redis, () => Task.CompletedTask), CopyAsync(redis, node, MayAnswer));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Func<Task> mayPass)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.GetStream().ReadAsync(buffer, _ended.Token) is > 0 and var length)
            {
                await mayPass();
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length), _ended.Token);
            }
        }
        catch (Exception e)
            when (e is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException
            ) { }
    }

    private Task MayAnswer()
    {
        var answers = _answers.Task;
        return answers.IsCompleted || Interlocked.Decrement(ref _free) >= 0 ? Task.CompletedTask : answers;
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
