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

    private LoopbackSockets(int port) => Port = port;

    public int Port { get; }

    public IEnumerable<IPEndPoint> EndPoints => _sockets.Keys.Cast<IPEndPoint>();

    /// <param name="port">0 takes a port that is free on both.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackSockets Bind(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var first = BindSocket(new IPEndPoint(IPAddress.Loopback, port));
            var sockets = new LoopbackSockets(((IPEndPoint)first.LocalEndPoint!).Port);
            sockets._sockets.Add(first.LocalEndPoint, first);
            try
            {
                sockets.BindSecond();
                return sockets;
            }
            catch (SocketException) when (port == 0 && attempt < Attempts)
            {
                sockets.Dispose();
            }
            catch (SocketException)
            {
                sockets.Dispose();
                throw;
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

    // A machine without IPv6, or a container without ::1, does with one.
    private void BindSecond()
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        try
        {
            var endPoint = new IPEndPoint(IPAddress.IPv6Loopback, Port);
            _sockets.Add(endPoint, BindSocket(endPoint));
        }
        catch (SocketException e)
            when (e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported) { }
    }

    private static Socket BindSocket(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
