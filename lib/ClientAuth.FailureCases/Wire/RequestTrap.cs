using System.Net;
using System.Net.Sockets;

namespace ClientAuth.FailureCases.Wire;

/// <summary>An address that a request may name and that the server must not connect to; it tells whether the server did.</summary>
internal sealed class RequestTrap : IDisposable
{
    private TcpListener? _listener;

    /// <summary>An https address on this machine; the listener starts when the address is first read.</summary>
    public string Address
    {
        get
        {
            if (_listener is null)
            {
                _listener = new TcpListener(IPAddress.Loopback, 0);
                _listener.Start();
            }

            return $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/keys";
        }
    }

    /// <summary>Whether anybody connected.</summary>
    public bool HasCaught => _listener?.Pending() is true;

    public void Dispose() => _listener?.Dispose();
}
