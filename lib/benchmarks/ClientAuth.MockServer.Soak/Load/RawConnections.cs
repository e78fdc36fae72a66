using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Connections that misbehave below HTTP: they break off, send no HTTP, or no TLS.</summary>
internal sealed class RawConnections(SoakWorld world)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const string Closed = "closed";

    public IEnumerable<RequestKind> Kinds() =>
        [
            new("connection without a byte", token => RawAsync([], token), Closed),
            new("no TLS at all", token => RawAsync(RandomNumberGenerator.GetBytes(600), token), Closed),
            new("handshake broken off", token => RawAsync(ClientHelloStart(), token), Closed),
            new("no HTTP", token => SecureAsync(RandomNumberGenerator.GetBytes(2000), token), Closed, "400"),
            new(
                "request broken off",
                token => LeaveAsync("POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Le", token),
                Closed
            ),
            new(
                "body broken off",
                token =>
                    LeaveAsync("POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\ngrant", token),
                Closed
            ),
            new(
                "response not waited for",
                token => LeaveAsync("GET /jwks HTTP/1.1\r\nHost: localhost\r\n\r\n", token),
                Closed
            ),
            new(
                "chunk that is none",
                token =>
                    SecureAsync(
                        Encoding.ASCII.GetBytes(
                            "POST /token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
                        ),
                        token
                    ),
                "400"
            ),
        ];

    // A record of the handshake that announces more than follows.
    private static byte[] ClientHelloStart() => [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03];

    private async Task<string> RawAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await client.GetStream().WriteAsync(bytes, cancellationToken);
        return Closed;
    }

    private async Task<string> LeaveAsync(string text, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await using var tls = await SecureAsync(client, cancellationToken);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        return Closed;
    }

    private async Task<string> SecureAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await using var tls = await SecureAsync(client, cancellationToken);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Longest);
        try
        {
            await tls.WriteAsync(bytes, deadline.Token);
            var head = new byte[12];
            var length = await tls.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, deadline.Token);
            return length == head.Length ? Encoding.ASCII.GetString(head)[9..] : Closed;
        }
        catch (IOException)
        {
            return Closed;
        }
        catch (OperationCanceledException)
        {
            return "no answer";
        }
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        await client.ConnectAsync("localhost", new Uri(world.Server.Metadata.TokenEndpoint).Port, cancellationToken);
        return client;
    }

    private async Task<SslStream> SecureAsync(TcpClient client, CancellationToken cancellationToken)
    {
        var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(SoakHttp.Tls(world, certificate: null), cancellationToken);
            return tls;
        }
        catch (AuthenticationException)
        {
            await tls.DisposeAsync();
            throw;
        }
    }
}
