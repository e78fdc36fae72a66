using System.Text;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using OpenIddictHosts;

namespace Ratios.Servers.Floor;

/// <summary>
/// An empty Kestrel endpoint that does the cryptography of a token request and nothing else: it verifies the credential, signs a token,
/// and returns the bytes that our server has returned, with a signature of its own. It parses, checks and records nothing.
/// </summary>
internal static class FloorServer
{
    public const string Kind = "floor";

    private const string Unauthorized = """{"error":"invalid_client"}""";

    public static async Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(ServerSetup setup)
    {
        var answers = setup.Clients.ToDictionary(client => "/" + client.ClientId, client => Answer(client, setup));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.NoCertificate);
            KestrelListener.Add(kestrel, setup, ClientCertificateMode.AllowCertificate);
        });
        var app = builder.Build();
        app.Run(context => RespondAsync(context, answers[context.Request.Path.Value!]));
        await app.StartAsync();
        var origins = KestrelOrigins.Of(app);
        return (new ServerReady(origins[0], origins[0], origins[1]), app);
    }

    private static FloorAnswer Answer(ClientMetadata client, ServerSetup setup) =>
        new(
            FloorCredential.Of(client),
            setup.Samples.FirstOrDefault(sample => sample.ClientId == client.ClientId)
                ?? throw new ArgumentException($"There is no sample of a response to {client.ClientId}.")
        );

    private static async Task RespondAsync(HttpContext context, FloorAnswer answer)
    {
        var body = new byte[(int)context.Request.ContentLength!];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
        if (!answer.Credential.Verify(context, body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync(Unauthorized, context.RequestAborted);
            return;
        }

        var response = answer.Sign();
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        await context.Response.WriteAsync(response, Encoding.UTF8, context.RequestAborted);
    }
}
