using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using OpenIddictHosts;

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
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.NoCertificate);
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.NoCertificate);
        });
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("{}", context.RequestAborted));
        await app.StartAsync();
        var origins = KestrelOrigins.Of(app);
        return (new ServerReady($"{origins[0]}/token", $"{origins[0]}/token", $"{origins[1]}/token"), app);
    }
}
