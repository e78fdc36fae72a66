using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Kestrel with two listeners and one handler; no routing, no configuration files, no console logging.</summary>
internal static class WebHost
{
    public static WebApplication Build(
        AuthorizationServerOptions options,
        LoopbackSockets main,
        LoopbackSockets mtls,
        RequestDelegate handler
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
            kestrel.Limits.MaxRequestBodySize = options.MaximumRequestBodySize;
            foreach (var endPoint in main.EndPoints)
            {
                TlsListener.Listen(kestrel, endPoint, TlsListener.WithoutClientCertificate(options.ServerCertificate));
            }

            foreach (var endPoint in mtls.EndPoints)
            {
                TlsListener.Listen(
                    kestrel,
                    endPoint,
                    TlsListener.AskingForClientCertificate(options.ServerCertificate)
                );
            }
        });
        var app = builder.Build();
        app.Run(handler);
        return app;
    }
}
