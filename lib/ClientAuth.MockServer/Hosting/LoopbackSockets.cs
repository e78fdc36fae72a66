using System.Net;
using System.Net.Sockets;

namespace ClientAuth.MockServer.Hosting;

/// <summary>
/// One port on both loopback addresses, bound before the server is built, so that the issuer is known from the first line on.
/// Both, because 'localhost' means ::1 first, and a client on Windows waits seconds for a refusal there.
/// </summary>
internal sealed class LoopbackSockets : IDisposable
{
    private const int Attempts = 20;

    private readonly Dictionary<EndPoint, Socket> _sockets = [];

    private LoopbackSockets() { }

    public int Port { get; private set; }

    /// <summary>Of the listener on this port, as the server publishes it.</summary>
    public static string Origin(int port) => $"https://localhost:{port}";

    public IEnumerable<IPEndPoint> EndPoints => _sockets.Keys.Cast<IPEndPoint>();

    /// <param name="port">0 takes a port that is free on both.</param>
    /// <exception cref="SocketException">The port is taken, or nothing on this machine may listen on it.</exception>
    public static LoopbackSockets Bind(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var sockets = new LoopbackSockets();
            try
            {
                sockets.BindBoth(port);
                return sockets;
            }
            catch (SocketException e)
            {
                sockets.Dispose();
                // The port that was free on one address may be taken on the other: then another is tried.
                if (port != 0 || attempt == Attempts)
                {
                    throw new SocketException(
                        (int)e.SocketErrorCode,
                        $"Port {port} cannot be listened on: {e.Message}. Choose another, or 0."
                    );
                }
            }
        }
    }

    /// <summary>The socket of an address, or null where it is another's.</summary>
    public Socket? Of(EndPoint endPoint) => _sockets.GetValueOrDefault(endPoint);

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }
    }

    private void BindBoth(int port)
    {
        Port = BindSocket(new IPEndPoint(IPAddress.Loopback, port)).Port;
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        try
        {
            BindSocket(new IPEndPoint(IPAddress.IPv6Loopback, Port));
        }
        catch (SocketException e)
            when (e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
        {
            // A container without ::1 does with one address, as a machine without IPv6 does.
        }
    }

    private IPEndPoint BindSocket(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }

        var bound = (IPEndPoint)socket.LocalEndPoint!;
        _sockets.Add(bound, socket);
        return bound;
    }
}
