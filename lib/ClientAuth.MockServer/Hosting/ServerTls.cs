using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Hosting;

/// <summary>The server's side of a handshake: TLS 1.2 and 1.3, with or without asking for a client certificate.</summary>
/// <param name="certificate">The server's, with its private key.</param>
/// <param name="asksForClientCertificate">Whether a client is asked for one.</param>
/// <param name="resumes">Whether sessions are resumed where it is: without <see cref="Defence.FullHandshakes"/>.</param>
internal sealed class ServerTls(X509Certificate2 certificate, bool asksForClientCertificate, bool resumes = false)
{
    // A context for each listener: those that share one may resume each other's TLS sessions, and not every listener asks for a
    // client certificate.
    private readonly SslStreamCertificateContext _context = SslStreamCertificateContext.Create(
        certificate,
        additionalCertificates: null,
        offline: true
    );

    public SslServerAuthenticationOptions For(ConnectionFacts facts) =>
        new()
        {
            ServerCertificateContext = _context,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            AllowRenegotiation = false,
            ClientCertificateRequired = asksForClientCertificate,
            // A resumed session would bring another connection's certificate (dotnet/runtime#79869).
            AllowTlsResume = !asksForClientCertificate || resumes,
            // The handshake builds a chain too; it must not fetch what a stranger's certificate points to.
            CertificateChainPolicy = new X509ChainPolicy
            {
                DisableCertificateDownloads = true,
                RevocationMode = X509RevocationMode.NoCheck,
            },
            RemoteCertificateValidationCallback = (_, _, chain, _) => Admit(facts, chain),
        };

    // Any certificate, or none, may connect: the checks of the token endpoint judge it, and can say what is wrong with it. One that the TLS
    // library cannot read does not come so far on Linux, see UnreadableCertificate.
    private static bool Admit(ConnectionFacts facts, X509Chain? chain)
    {
        facts.Keep(chain);
        return true;
    }
}
