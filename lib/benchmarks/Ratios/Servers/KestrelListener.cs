using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Ratios.Servers;

/// <summary>Listeners that are alike for all servers on Kestrel: TLS with one certificate, HTTP/1.1, a free port of loopback.</summary>
internal static class KestrelListener
{
    /// <param name="kestrel">Of the server.</param>
    /// <param name="setup">Has the certificate.</param>
    /// <param name="mode">Whether a client certificate is asked for. Whoever presents one is let in: the endpoint checks it.</param>
    public static void Add(KestrelServerOptions kestrel, ServerSetup setup, ClientCertificateMode mode) =>
        kestrel.Listen(
            IPAddress.Loopback,
            0,
            listener =>
            {
                listener.Protocols = HttpProtocols.Http1;
                listener.UseHttps(https =>
                {
                    https.ServerCertificate = setup.ServerCertificate;
                    https.ClientCertificateMode = mode;
                    https.AllowAnyClientCertificate();
                });
            }
        );
}
