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
    Action<RecordedPhase>? onPhase,
    bool resumes = true
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
            var secured = Stopwatch.GetTimestamp();
            onPhase?.Invoke(RecordedPhase.Between(PhaseNames.Connect, started, connected));
            onPhase?.Invoke(RecordedPhase.Between(PhaseNames.Handshake, connected, secured));
            return stream;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>What a handshake with a host may negotiate, and what it presents.</summary>
    internal SslClientAuthenticationOptions Options(string host) =>
        new()
        {
            TargetHost = host,
            CertificateChainPolicy = trust.ChainPolicy(),
            ClientCertificateContext = clientCertificate,
            // A resumed session would carry the certificate of the client that opened it (dotnet/runtime#79869).
            AllowTlsResume = resumes && clientCertificate is null,
            // On Windows, .NET 10 keeps the credential of a ClientCertificateContext as if it held no certificate, and a client
            // without one in the same process then sends it (dotnet/runtime#132563, mended in .NET 11). What it keeps is found
            // again by these protocols and by AllowTlsResume: a client without a certificate names its protocols, and one with a
            // certificate does not, so they never share a credential.
            EnabledSslProtocols = clientCertificate is null
                ? SslProtocols.Tls12 | SslProtocols.Tls13
                : SslProtocols.None,
        };

    private async Task<SslStream> SecureAsync(Socket socket, string host, CancellationToken cancellationToken)
    {
        string? refusal = null;
        var options = Options(host);
        options.RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            refusal = trust.RefusalOf(host, certificate as X509Certificate2, chain, clock.GetUtcNow());
            return refusal is null;
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
