using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// A proxy that ends TLS in front of a server, and forwards the certificate of whoever connects in <c>Client-Cert</c> (RFC 9440). A careless
/// one sets the field where there is a certificate, and otherwise passes on what came.
/// </summary>
internal sealed class CertificateProxy : IAsyncDisposable
{
    public const string Header = "Client-Cert";

    private readonly WebApplication _app;

    private CertificateProxy(WebApplication app) => _app = app;

    /// <summary>Where clients connect.</summary>
    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="certificate">The proxy's own, valid for <c>127.0.0.1</c>.</param>
    /// <param name="behind">Speaks to the server, as the proxy that the server trusts.</param>
    /// <param name="endpoint">Where each request is forwarded to.</param>
    /// <param name="strips">Whether the field is taken out of what comes: RFC 9440 §4 demands it.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<CertificateProxy> StartAsync(
        X509Certificate2 certificate,
        HttpClient behind,
        string endpoint,
        bool strips,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listener =>
                {
                    listener.Protocols = HttpProtocols.Http1;
                    listener.UseHttps(
                        new TlsHandshakeCallbackOptions
                        {
                            OnConnection = _ => ValueTask.FromResult(Handshake(certificate)),
                        }
                    );
                }
            )
        );
        var app = builder.Build();
        app.Run(context => ForwardAsync(context, behind, endpoint, strips));
        await app.StartAsync(cancellationToken);
        return new CertificateProxy(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Any certificate may connect, or none: the server behind judges it.
    private static SslServerAuthenticationOptions Handshake(X509Certificate2 certificate) =>
        new()
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = true,
            AllowTlsResume = false,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, presented, _, _) => presented is null or X509Certificate2,
        };

    private static async Task ForwardAsync(HttpContext context, HttpClient behind, string endpoint, bool strips)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        if (context.Connection.ClientCertificate is { } presented)
        {
            request.Headers.Add(Header, $":{Convert.ToBase64String(presented.RawData)}:");
        }
        else if (!strips && context.Request.Headers.TryGetValue(Header, out var claimed))
        {
            request.Headers.TryAddWithoutValidation(Header, claimed.AsEnumerable());
        }

        using var response = await behind.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = $"{response.Content.Headers.ContentType}";
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
