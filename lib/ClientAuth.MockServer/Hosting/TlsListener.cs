using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Configures a listener: TLS 1.2 and 1.3, HTTP/1.1, the handshake timed from both sides.</summary>
internal static class TlsListener
{
    public static void Listen(KestrelServerOptions kestrel, IPEndPoint endPoint, HttpsConnectionAdapterOptions https) =>
        kestrel.Listen(
            endPoint,
            listener =>
            {
                // HTTP/1.1 only: what a transcript shows is then what crossed the wire.
                listener.Protocols = HttpProtocols.Http1;
                listener.Use(next =>
                    connection =>
                    {
                        connection.Features.Set(new ConnectionFacts());
                        return next(connection);
                    }
                );
                listener.UseHttps(https);
                listener.Use(next =>
                    connection =>
                    {
                        connection.Features.GetRequiredFeature<ConnectionFacts>().HandshakeEnded();
                        return next(connection);
                    }
                );
            }
        );

    public static HttpsConnectionAdapterOptions WithoutClientCertificate(X509Certificate2 certificate) =>
        new() { ServerCertificate = certificate, SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };

    /// <summary>Asks for a certificate and lets any through, so that the checks can say what is wrong with it.</summary>
    public static HttpsConnectionAdapterOptions AskingForClientCertificate(X509Certificate2 certificate)
    {
        var https = WithoutClientCertificate(certificate);
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
        https.OnAuthenticate = ObserveClientCertificate;
        return https;
    }

    private static void ObserveClientCertificate(ConnectionContext connection, SslServerAuthenticationOptions tls)
    {
        // A resumed session would bring another connection's certificate (dotnet/runtime#79869).
        tls.AllowTlsResume = false;
        // The handshake builds a chain too; it must not fetch what a stranger's certificate points to.
        tls.CertificateChainPolicy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        var accept = tls.RemoteCertificateValidationCallback!;
        tls.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            connection.Features.GetRequiredFeature<ConnectionFacts>().Keep(chain);
            return accept(sender, certificate, chain, errors);
        };
    }
}
