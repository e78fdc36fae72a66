using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Credentials;

namespace ClientAuth.FailureCases.Wire;

/// <summary>
/// Sends one request over a connection of its own and reads the response to its end. Written without an HTTP library, which would
/// mend what a case breaks: it joins repeated headers, escapes targets and refuses odd ones.
/// </summary>
/// <param name="trustedRoots">The authorities that the server's certificate must come from; null for those that the machine trusts.</param>
/// <param name="byName">Whether the address of a request says where it goes; otherwise to this machine, by the name localhost.</param>
internal sealed class WireConnection(X509Certificate2Collection? trustedRoots, bool byName)
{
    /// <summary>To servers of this project, which are on this machine.</summary>
    public WireConnection(X509Certificate2 trustedRoot)
        : this([trustedRoot], byName: false) { }

    public async Task<WireOutcome> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        // Head and body are two writes: the second is not to wait until the first is acknowledged.
        using var tcp = new TcpClient { NoDelay = true };
        await ConnectAsync(tcp, request.Address, cancellationToken);
        try
        {
            await using var stream = request.OverTls
                ? await HandshakeAsync(tcp.GetStream(), request, cancellationToken)
                : tcp.GetStream();
            await TryWriteAsync(stream, request, cancellationToken);
            var received = await ReadToEndAsync(stream, cancellationToken);
            return ResponseParser.TryParse(received, out var response)
                ? new WireOutcome.Responded(response)
                : new WireOutcome.Refused($"the connection was closed after {received.Length} octets");
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return new WireOutcome.Refused(e.Message);
        }
        finally
        {
            IntermediateStores.Remove(request.Intermediates);
        }
    }

    // A proxy of the environment is not asked: TcpClient knows none.
    private ValueTask ConnectAsync(TcpClient tcp, Uri address, CancellationToken cancellationToken) =>
        byName
            ? tcp.ConnectAsync(address.IdnHost, address.Port, cancellationToken)
            : tcp.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);

    private async Task<Stream> HandshakeAsync(
        Stream transport,
        WireRequest request,
        CancellationToken cancellationToken
    )
    {
        var tls = new SslStream(transport);
        await tls.AuthenticateAsClientAsync(Options(request), cancellationToken);
        if (request.BeginsSecondHandshake)
        {
            await transport.WriteAsync(ClientHello.Record(), cancellationToken);
        }

        return tls;
    }

    /// <summary>What the handshake of a request may negotiate, and what it presents.</summary>
    internal SslClientAuthenticationOptions Options(WireRequest request) =>
        new()
        {
            TargetHost = byName ? request.Address.IdnHost : "localhost",
            // A context and no ClientCertificates: it sends the intermediates along, and downloads nothing that a certificate names.
            ClientCertificateContext = request.Certificate is { } certificate
                ? SslStreamCertificateContext.Create(certificate, [.. request.Intermediates], offline: true)
                : null,
            AllowTlsResume = request.MayResume,
            // On Windows, .NET 10 keeps the credential of a context as if it held no certificate, by the protocols that are named
            // here (dotnet/runtime#132563). Named otherwise, a request without a certificate does not find another one's.
            EnabledSslProtocols = request.Certificate is null
                ? SslProtocols.Tls12 | SslProtocols.Tls13
                : SslProtocols.None,
            CertificateChainPolicy = Trust(),
        };

    private X509ChainPolicy Trust()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            // A certificate may name an address for its issuer's: nothing is asked for there.
            DisableCertificateDownloads = true,
        };
        if (trustedRoots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trustedRoots);
        }

        return policy;
    }

    // A server may respond and close while the rest is still being sent; the response counts.
    private static async Task TryWriteAsync(Stream stream, WireRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Head(request)), cancellationToken);
            await stream.WriteAsync(request.Body ?? [], cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        catch (IOException) { }
    }

    private static string Head(WireRequest request)
    {
        var lines = new List<string>
        {
            $"{request.Method} {request.Target} HTTP/1.1",
            $"Host: {request.Address.Authority}",
            "Connection: close",
        };
        lines.AddRange(request.Headers.Select(header => $"{header.Name}: {header.Value}"));
        if (request.Body is { } body)
        {
            lines.Add($"Content-Length: {body.Length}");
        }

        return string.Join("\r\n", lines) + "\r\n\r\n";
    }

    private static async Task<byte[]> ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                received.Write(buffer, 0, read);
            }
        }
        catch (IOException) when (received.Length > 0)
        {
            // The connection was reset after the response. The parser finds out whether the response is whole.
        }

        return received.ToArray();
    }
}
