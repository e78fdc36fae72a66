using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client;

/// <summary>
/// Opens TLS connections for an <see cref="HttpClient"/>. It does so itself, and not through the handler, so that each
/// refusal is explained in its own connection's exception, and so that connecting and handshake can be timed apart.
/// </summary>
internal sealed class TlsConnector(
    ServerTrust trust,
    SslStreamCertificateContext? clientCertificate,
    TimeProvider clock,
    Action<RecordedPhase>? onPhase
)
{
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            var connected = Stopwatch.GetTimestamp();
            var stream = await SecureAsync(socket, context.DnsEndPoint.Host, cancellationToken);
            onPhase?.Invoke(new RecordedPhase(PhaseNames.Connect, Stopwatch.GetElapsedTime(started, connected)));
            onPhase?.Invoke(new RecordedPhase(PhaseNames.Handshake, Stopwatch.GetElapsedTime(connected)));
            return stream;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(Socket socket, string host, CancellationToken cancellationToken)
    {
        string? refusal = null;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = host,
            CertificateChainPolicy = trust.ChainPolicy(),
            ClientCertificateContext = clientCertificate,
            // A resumed session would carry the certificate of the client that opened it (dotnet/runtime#79869).
            AllowTlsResume = clientCertificate is null,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                refusal = trust.RefusalOf(host, certificate as X509Certificate2, chain, errors, clock.GetUtcNow());
                return refusal is null;
            },
        };
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
            return stream;
        }
        catch (Exception error)
        {
            await stream.DisposeAsync();
            if (refusal is not null && error is AuthenticationException)
            {
                throw new ServerNotTrustedException(refusal, error);
            }

            if (error is AuthenticationException or IOException)
            {
                throw new HandshakeException(error);
            }

            throw;
        }
    }
}
