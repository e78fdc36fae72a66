using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ClientAuth.Lab.Networks;

namespace ClientAuth.Lab.Tests.Networks;

/// <summary>What crosses a slow network: the same bytes, later, and how many round trips that took.</summary>
public sealed class SlowNetworkTests : IAsyncDisposable
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(30);

    private readonly SlowNetwork _network = new(RoundTrip, TimeProvider.System);
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public SlowNetworkTests() => _server.Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_opens_after_a_round_trip_and_an_answer_comes_after_another_one()
    {
        var started = Stopwatch.GetTimestamp();
        using var client = await ConnectAsync();
        using var served = await _server.AcceptSocketAsync(Cancellation);
        var opened = Stopwatch.GetElapsedTime(started);
        await client.SendAsync(new byte[] { 1 }, Cancellation);
        await EchoAsync(served, bytes: 1);
        await client.ReceiveAsync(new byte[1], Cancellation);

        // Timers may fire within a millisecond before their time.
        Assert.InRange(opened, RoundTrip - TimeSpan.FromMilliseconds(3), TimeSpan.MaxValue);
        Assert.InRange(
            Stopwatch.GetElapsedTime(started),
            (2 * RoundTrip) - TimeSpan.FromMilliseconds(6),
            TimeSpan.MaxValue
        );
        Assert.Equal(2, _network.RoundTrips);
    }

    [Fact]
    public async Task What_is_sent_before_anything_has_come_back_is_one_round_trip()
    {
        using var client = await ConnectAsync();
        using var served = await _server.AcceptSocketAsync(Cancellation);

        await client.SendAsync(new byte[] { 1 }, Cancellation);
        await client.SendAsync(new byte[] { 2 }, Cancellation);
        await EchoAsync(served, bytes: 2);
        await ReadAsync(client, bytes: 2);
        await client.SendAsync(new byte[] { 3 }, Cancellation);
        await EchoAsync(served, bytes: 1);
        await ReadAsync(client, bytes: 1);

        Assert.Equal(3, _network.RoundTrips);
    }

    [Fact]
    public async Task What_a_server_sends_by_itself_is_no_round_trip()
    {
        using var client = await ConnectAsync();
        using var served = await _server.AcceptSocketAsync(Cancellation);

        await served.SendAsync(new byte[] { 1 }, Cancellation);
        await ReadAsync(client, bytes: 1);

        Assert.Equal(1, _network.RoundTrips);
    }

    [Fact]
    public async Task Many_bytes_arrive_whole_in_their_order_and_the_end_after_them()
    {
        var sent = RandomNumberGenerator.GetBytes(300_000);
        using var client = await ConnectAsync();
        using var served = await _server.AcceptSocketAsync(Cancellation);
        using var stream = new NetworkStream(served);

        var sending = client.SendAsync(sent, Cancellation).AsTask();
        var received = new byte[sent.Length];
        await stream.ReadExactlyAsync(received, Cancellation);
        await sending;
        client.Shutdown(SocketShutdown.Send);

        Assert.Equal(sent, received);
        Assert.Equal(0, await stream.ReadAsync(new byte[1], Cancellation));
    }

    [Fact]
    public async Task A_server_that_does_not_listen_cannot_be_reached()
    {
        var port = ((IPEndPoint)_server.LocalEndpoint).Port;
        _server.Stop();

        await Assert.ThrowsAsync<SocketException>(() =>
            _network.ConnectAsync(new DnsEndPoint("127.0.0.1", port), Cancellation).AsTask()
        );
        Assert.Equal(0, _network.RoundTrips);
    }

    [Fact]
    public async Task A_connection_ends_with_the_network()
    {
        using var client = await ConnectAsync();

        await _network.DisposeAsync();

        var ended = await Record.ExceptionAsync(async () =>
            Assert.Equal(0, await client.ReceiveAsync(new byte[1], Cancellation))
        );
        Assert.True(ended is null or SocketException, $"{ended}");
    }

    [Theory]
    [InlineData(-1, "A round trip takes 0 s to 10 s, not -00:00:01.")]
    [InlineData(11, "A round trip takes 0 s to 10 s, not 00:00:11.")]
    public void A_round_trip_of_less_than_nothing_or_more_than_ten_seconds_is_refused(int seconds, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new SlowNetwork(TimeSpan.FromSeconds(seconds), TimeProvider.System)
                )
                .Message,
            StringComparison.Ordinal
        );

    public async ValueTask DisposeAsync()
    {
        await _network.DisposeAsync();
        _server.Dispose();
    }

    private ValueTask<Socket> ConnectAsync() =>
        _network.ConnectAsync(new DnsEndPoint("127.0.0.1", ((IPEndPoint)_server.LocalEndpoint).Port), Cancellation);

    private static async Task EchoAsync(Socket served, int bytes) =>
        await served.SendAsync(await ReadAsync(served, bytes), Cancellation);

    private static async Task<byte[]> ReadAsync(Socket socket, int bytes)
    {
        using var stream = new NetworkStream(socket);
        var read = new byte[bytes];
        await stream.ReadExactlyAsync(read, Cancellation);
        return read;
    }
}
