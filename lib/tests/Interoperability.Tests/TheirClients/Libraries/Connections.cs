using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Interoperability.Tests.TheirClients.Libraries;

/// <summary>Connections for libraries that leave them to the app.</summary>
internal static class Connections
{
    /// <summary>Trusts the authority alone, and presents the certificate where there is one.</summary>
    public static HttpMessageHandler Of(X509Certificate2 authority, X509Certificate2? certificate = null)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.EnabledSslProtocols = Protocols(certificate);
        handler.SslOptions.CertificateChainPolicy = TrustIn(authority);
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
                certificate,
                additionalCertificates: null,
                offline: true
            );
        }

        return handler;
    }

    /// <summary>
    /// On Windows, .NET 10 keeps the credential of a connection by the protocols that are named (dotnet/runtime#132563). Named otherwise, a
    /// client without a certificate does not find another one's.
    /// </summary>
    public static SslProtocols Protocols(X509Certificate2? certificate) =>
        certificate is null ? SslProtocols.Tls12 | SslProtocols.Tls13 : SslProtocols.None;

    public static X509ChainPolicy TrustIn(X509Certificate2 authority) =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { authority },
        };
}
