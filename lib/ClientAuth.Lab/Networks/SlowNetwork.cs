using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ClientAuth.Lab.Networks;

/// <summary>
/// A network on which everything travels for a while, as between a phone and a server: TCP relays on loopback that hold back what they
/// carry, in each direction for half of the round trip. Nothing is lost, and the width of the network is not limited.
/// </summary>
public sealed class SlowNetwork : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<RelayedConnection> _connections = [];
    private readonly TimeProvider _clock;
    private int _roundTrips;

    /// <param name="roundTrip">There and back, without the work at either end.</param>
    /// <param name="clock">Runs the delays.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing, or more than ten seconds.</exception>
    public SlowNetwork(TimeSpan roundTrip, TimeProvider clock)
    {
        (RoundTrip, _clock) = (Checked(roundTrip), clock);
    }

    /// <summary>How long something takes to the other side and back.</summary>
    public TimeSpan RoundTrip { get; }

    /// <summary>
    /// How many round trips there have been, on all connections: one as each opens, and one for each time that a client sent something and
    /// something came back. What it sends before it has heard anything belongs to the same one.
    /// </summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    /// <summary>Opens a connection to a server. It takes a round trip, as SYN and SYN-ACK do (RFC 9293 §3.5).</summary>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public async ValueTask<Socket> ConnectAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        var oneWay = RoundTrip / 2;
        var far = NewSocket();
        try
        {
            await Task.Delay(oneWay, _clock, cancellationToken);
            await far.ConnectAsync(server, cancellationToken);
            await Task.Delay(oneWay, _clock, cancellationToken);
            var (client, near) = await PairAsync(cancellationToken);
            Count();
            _connections.Add(new RelayedConnection(near, far, oneWay, _clock, Count));
            return client;
        }
        catch
        {
            far.Dispose();
            throw;
        }
    }

    /// <summary>Ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    private static TimeSpan Checked(TimeSpan roundTrip) =>
        roundTrip >= TimeSpan.Zero && roundTrip <= Longest
            ? roundTrip
            : throw new ArgumentOutOfRangeException(
                nameof(roundTrip),
                $"A round trip takes 0 s to 10 s, not {roundTrip}."
            );

    private void Count() => Interlocked.Increment(ref _roundTrips);

    // Both ends of a connection on loopback: the client's, and the relay's.
    private static async Task<(Socket Client, Socket Near)> PairAsync(CancellationToken cancellationToken)
    {
        using var listener = NewSocket(AddressFamily.InterNetwork);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var client = NewSocket(AddressFamily.InterNetwork);
        try
        {
            await client.ConnectAsync(listener.LocalEndPoint!, cancellationToken);
            while (true)
            {
                var near = await listener.AcceptAsync(cancellationToken);
                if (near.RemoteEndPoint!.Equals(client.LocalEndPoint))
                {
                    near.NoDelay = true;
                    return (client, near);
                }

                // Some other program of this machine was faster.
                near.Dispose();
            }
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static Socket NewSocket() => new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private static Socket NewSocket(AddressFamily family) =>
        new(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
