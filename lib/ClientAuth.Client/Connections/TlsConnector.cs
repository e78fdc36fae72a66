using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.Connections;

/// <summary>
/// Opens TLS connections for an <see cref="HttpClient"/>. It does so itself, and not through the handler, so that each
/// refusal is explained in its own connection's exception, and so that connecting and handshake can be timed apart.
/// </summary>
internal sealed class TlsConnector(
    ServerTrust trust,
    SslStreamCertificateContext? clientCertificate,
    TimeProvider clock,
    Action<RecordedPhase>? onPhase,
    HandshakeOptions handshake
)
{
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var socket = await (handshake.OpenConnection ?? OpenStraightAsync)(context.DnsEndPoint, cancellationToken);
        try
        {
            var connected = Stopwatch.GetTimestamp();
            var stream = await SecureAsync(
                new NetworkStream(socket, ownsSocket: true),
                context.DnsEndPoint.Host,
                connected,
                cancellationToken
            );
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
            AllowTlsResume = Resumes,
            // On Windows, .NET 10 keeps the credential of a ClientCertificateContext as if it held no certificate, and a client
            // without one in the same process then sends it (dotnet/runtime#132563, mended in .NET 11). What it keeps is found
            // again by these protocols and by AllowTlsResume: a client without a certificate names its protocols, and one with a
            // certificate does not, so they never share a credential.
            EnabledSslProtocols =
                handshake.Protocols != SslProtocols.None ? handshake.Protocols
                : clientCertificate is null ? SslProtocols.Tls12 | SslProtocols.Tls13
                : SslProtocols.None,
            // Nothing is revoked in a chain policy of ours, so this decides nothing but under which key Windows keeps the
            // credential: apart from one with a certificate also where both name the same protocols and resume nothing.
            CertificateRevocationCheckMode =
                clientCertificate is null && !Resumes ? X509RevocationMode.Offline : X509RevocationMode.NoCheck,
        };

    private static async ValueTask<Socket> OpenStraightAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool Resumes => clientCertificate is null && handshake.AllowResumption;

    private async Task<SslStream> SecureAsync(
        Stream network,
        string host,
        long connected,
        CancellationToken cancellationToken
    )
    {
        string? refusal = null;
        var options = Options(host);
        options.RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            refusal = trust.RefusalOf(host, certificate as X509Certificate2, chain, clock.GetUtcNow());
            return refusal is null;
        };
        var recorder = handshake.OnHandshake is { } tell ? new HandshakeRecorder(tell, connected) : null;
        var stream = recorder is null
            ? new SslStream(network)
            : new RecordedSslStream(new RecordingStream(network, recorder), recorder);
        try
        {
            await stream.AuthenticateAsClientAsync(options, cancellationToken);
            recorder?.Complete(stream);
            return stream;
        }
        catch (Exception error)
        {
            var explained = Explain(error, refusal);
            recorder?.End(explained.Message);
            await stream.DisposeAsync();
            if (explained != error)
            {
                throw explained;
            }

            throw;
        }
    }

    private static Exception Explain(Exception error, string? refusal) =>
        refusal is not null && error is AuthenticationException ? new ServerNotTrustedException(refusal, error)
        : error is AuthenticationException or IOException ? new HandshakeException(error)
        : error;
}
