using System.Net;
using System.Net.Sockets;

namespace Tests.Shared;

/// <summary>
/// A proxy that serves nobody and counts who asks. Named in the environment, as companies name theirs, it shows what would go through one.
/// </summary>
internal sealed class ProxyTrap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private int _connections;

    public ProxyTrap()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>How often somebody wanted something of it.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The variables that name it, in each spelling that some program reads; those that would make exceptions are empty.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var address = $"http://{_listener.LocalEndpoint}";
            string[] names = ["http_proxy", "https_proxy", "all_proxy"];
            return names
                .SelectMany(name => new[] { name, name.ToUpperInvariant() })
                .Select(name => (name, value: address))
                .Concat([("no_proxy", ""), ("NO_PROXY", "")])
                .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var asking = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
            }
        }
        catch (OperationCanceledException) { }
    }
}
