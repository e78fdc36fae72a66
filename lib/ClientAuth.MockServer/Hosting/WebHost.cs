using System.Net.Sockets;
using ClientAuth.MockServer.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Kestrel with two listeners and one handler; no routing, no configuration files, no console logging.</summary>
internal static class WebHost
{
    // Beyond this the connection is cut; up to it a body that is too long still gets its answer.
    private const int HardBodyLimit = 4 * 1024 * 1024;

    /// <summary>The same for the head of a request, in bytes.</summary>
    public const int HardHeaderLimit = 256 * 1024;

    public static async Task<WebApplication> StartAsync(
        AuthorizationServerOptions options,
        LoopbackSockets main,
        LoopbackSockets mtls,
        FaultScript faults,
        RequestDelegate handler,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseSockets(sockets =>
            sockets.CreateBoundListenSocket = endPoint =>
                main.Of(endPoint)
                ?? mtls.Of(endPoint)
                ?? throw new SocketException((int)SocketError.AddressNotAvailable)
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(HardBodyLimit, options.MaximumRequestBodySize);
            kestrel.Limits.MaxRequestHeadersTotalSize = HardHeaderLimit;
            Listen(kestrel, main, new ServerTls(options.ServerCertificate, asksForClientCertificate: false), faults);
            Listen(kestrel, mtls, new ServerTls(options.ServerCertificate, asksForClientCertificate: true), faults);
        });
        var app = builder.Build();
        app.Run(handler);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void Listen(KestrelServerOptions kestrel, LoopbackSockets sockets, ServerTls tls, FaultScript faults)
    {
        foreach (var endPoint in sockets.EndPoints)
        {
            TlsListener.Listen(kestrel, endPoint, tls, faults);
        }
    }
}
