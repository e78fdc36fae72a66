using System.Net;
using System.Net.Sockets;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Reads along what a Redis server does, by its command MONITOR: each command as a line, those in scripts too.</summary>
internal sealed class RedisMonitor : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TcpClient _connection = new();
    private StreamReader? _lines;

    private RedisMonitor() { }

    public static async Task<RedisMonitor> StartAsync(int port)
    {
        var monitor = new RedisMonitor();
        await monitor._connection.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var stream = monitor._connection.GetStream();
        monitor._lines = new StreamReader(stream);
        await stream.WriteAsync("MONITOR\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("+OK", await monitor._lines.ReadLineAsync(TestContext.Current.CancellationToken));
        return monitor;
    }

    /// <summary>Ends when Redis has executed a command with these words.</summary>
    public async Task SeeAsync(string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        string? line;
        do
        {
            line = await _lines!.ReadLineAsync(limit.Token);
            Assert.NotNull(line);
        } while (!line.Contains(words, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _connection.Dispose();
    }
}
