using System.Net.Sockets;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Kestrel with some listeners and one handler; no routing, no configuration files, no console logging.</summary>
internal static class WebHost
{
    // Beyond this the connection is cut; up to it a body that is too long still gets its answer.
    private const int HardBodyLimit = 4 * 1024 * 1024;

    public static async Task<WebApplication> StartAsync(
        IReadOnlyList<WebListener> listeners,
        int maximumBodySize,
        int connectionLimit,
        FaultScript faults,
        RequestDelegate handler,
        CancellationToken cancellationToken
    )
    {
        var limit = new ConnectionLimit(connectionLimit);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseSockets(sockets =>
            sockets.CreateBoundListenSocket = endPoint =>
                listeners.Select(listener => listener.Sockets.Of(endPoint)).FirstOrDefault(socket => socket is not null)
                ?? throw new SocketException((int)SocketError.AddressNotAvailable)
        );
        var log = new HandshakeLog();
        HandshakeLog.AddTo(builder.Logging, log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Math.Max(HardBodyLimit, maximumBodySize);
            kestrel.Limits.MaxRequestHeadersTotalSize = LimitOptions.HardHeaderLimit;
            foreach (var listener in listeners)
            {
                Listen(kestrel, listener, limit, log, faults);
            }
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

    private static void Listen(
        KestrelServerOptions kestrel,
        WebListener listener,
        ConnectionLimit limit,
        HandshakeLog log,
        FaultScript faults
    )
    {
        foreach (var endPoint in listener.Sockets.EndPoints)
        {
            TlsListener.Listen(kestrel, endPoint, listener, limit, log, faults);
        }
    }
}
