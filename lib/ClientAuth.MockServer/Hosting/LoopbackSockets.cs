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
    private const string PortKey = "Port";

    private readonly Dictionary<EndPoint, Socket> _sockets = [];

    private LoopbackSockets() { }

    public int Port { get; private set; }

    /// <summary>Scheme, host and port of a listener.</summary>
    public static string Origin(int port, string host = "localhost") =>
        host.Contains(':') ? $"https://[{host}]:{port}" : $"https://{host}:{port}";

    public IEnumerable<IPEndPoint> EndPoints => _sockets.Keys.Cast<IPEndPoint>();

    /// <summary>Two ports. One that was asked for comes first, so that no free one can take it.</summary>
    /// <exception cref="SocketException">One is taken, or nothing on this machine may listen on it.</exception>
    public static (LoopbackSockets First, LoopbackSockets Second) Bind(int first, int second)
    {
        if (first == 0 && second != 0)
        {
            var (later, earlier) = Bind(second, first);
            return (earlier, later);
        }

        var bound = Bind(first);
        try
        {
            return (bound, Bind(second));
        }
        catch
        {
            bound.Dispose();
            throw;
        }
    }

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
                    throw Unavailable(port, e);
                }
            }
        }
    }

    /// <summary>Which port an exception of <see cref="Bind(int, int)"/> is about.</summary>
    public static int PortOf(SocketException unavailable) => unavailable.Data[PortKey] as int? ?? 0;

    /// <summary>The socket of an address, or null where it is another's.</summary>
    public Socket? Of(EndPoint endPoint) => _sockets.GetValueOrDefault(endPoint);

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }
    }

    private static SocketException Unavailable(int port, SocketException cause)
    {
        var message = $"Port {port} cannot be listened on: {cause.Message}. Choose another, or 0.";
        var unavailable = new SocketException((int)cause.SocketErrorCode, message);
        unavailable.Data[PortKey] = port;
        return unavailable;
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
