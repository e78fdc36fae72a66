using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ratios.Servers;

/// <summary>An empty Kestrel application over TLS: two listeners, as our server has them, and one response to everything.</summary>
internal static class EmptyServer
{
    public const string Kind = "empty";

    public static async Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(ServerSetup setup)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Listen(kestrel);
            Listen(kestrel);
        });
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("{}", context.RequestAborted));
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var origins = addresses.Select(address => $"https://localhost:{new Uri(address).Port}/token").ToList();
        return (new ServerReady(origins[0], origins[0], origins[1]), app);

        void Listen(KestrelServerOptions kestrel) =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listener =>
                {
                    listener.Protocols = HttpProtocols.Http1;
                    listener.UseHttps(setup.ServerCertificate);
                }
            );
    }
}
