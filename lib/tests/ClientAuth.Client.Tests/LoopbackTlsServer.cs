using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ClientAuth.Client.Tests;

/// <summary>
/// A TLS server that answers every connection's first request with the same bytes, on a port that the system chooses. It listens on
/// both loopback addresses: a client tries <c>::1</c> first, and on Windows a port that nobody listens on takes 2 s to refuse.
/// </summary>
internal sealed class LoopbackTlsServer : IAsyncDisposable
{
    private readonly TcpListener[] _listeners = Listen();
    private readonly CancellationTokenSource _stop = new();
    private readonly SslServerAuthenticationOptions _options;
    private readonly string _answer;
    private readonly Task _serving;

    public LoopbackTlsServer(X509Certificate2 certificate, string answer, bool asksForCertificate = false)
    {
        _answer = answer;
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [], offline: true),
            ClientCertificateRequired = asksForCertificate,
            RemoteCertificateValidationCallback = (_, presented, _, _) =>
            {
                ClientCertificates.Add(presented?.Subject);
                return presented is not null == asksForCertificate;
            },
        };
        _serving = Task.WhenAll(_listeners.Select(ServeAsync));
    }

    public int Port => ((IPEndPoint)_listeners[0].LocalEndpoint).Port;

    /// <summary>Subjects in the order of the handshakes; null where a client presented none.</summary>
    public List<string?> ClientCertificates { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        _stop.Dispose();
    }

    // The port that is free at one address may be taken at the other; then the system chooses again.
    private static TcpListener[] Listen()
    {
        while (true)
        {
            var listener = new TcpListener(IPAddress.Loopback, port: 0);
            listener.Start();
            if (!Socket.OSSupportsIPv6)
            {
                return [listener];
            }

            var second = new TcpListener(IPAddress.IPv6Loopback, ((IPEndPoint)listener.LocalEndpoint).Port);
            try
            {
                second.Start();
                return [listener, second];
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressNotAvailable)
            {
                // A machine, or a container, without that address.
                return [listener];
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                listener.Dispose();
            }
        }
    }

    private async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(_stop.Token);
                await AnswerAsync(socket);
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task AnswerAsync(Socket socket)
    {
        try
        {
            await using var stream = new SslStream(new NetworkStream(socket));
            await stream.AuthenticateAsServerAsync(_options, _stop.Token);
            await stream.ReadAtLeastAsync(new byte[16], 16, throwOnEndOfStream: false, _stop.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer), _stop.Token);
            await stream.ShutdownAsync();
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client has refused this server, which is what the test is about.
        }
    }
}
