using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer;

/// <summary>
/// A proxy that ends TLS in front of a server, and forwards the certificate of whoever connects in <c>Client-Cert</c> (RFC 9440). A careless
/// one sets the field where there is a certificate, and otherwise passes on what came.
/// </summary>
public sealed class CertificateProxy : IAsyncDisposable
{
    /// <summary>The field that it sets.</summary>
    public const string Header = ForwardedCertificate.HeaderName;

    private const int LargestRequest = 1024 * 1024;

    private readonly WebApplication _app;

    private CertificateProxy(WebApplication app, string address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Where clients connect.</summary>
    public string Address { get; }

    /// <summary>Starts a proxy on a free port.</summary>
    /// <param name="certificate">The proxy's own, valid for <c>localhost</c>, with its private key. The caller disposes of it.</param>
    /// <param name="behind">Speaks to the server, as the proxy that the server trusts. The caller disposes of it.</param>
    /// <param name="endpoint">Where each request is forwarded to.</param>
    /// <param name="strips">Whether the field is taken out of what comes: RFC 9440 §4 demands it.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<CertificateProxy> StartAsync(
        X509Certificate2 certificate,
        HttpClient behind,
        string endpoint,
        bool strips,
        CancellationToken cancellationToken = default
    )
    {
        var sockets = LoopbackSockets.Bind(0);
        try
        {
            // Any certificate may connect, or none: the server behind judges it.
            var listener = new WebListener(sockets, new ServerTls(certificate, asksForClientCertificate: true));
            var app = await WebHost.StartAsync(
                [listener],
                LargestRequest,
                LimitOptions.DefaultConnectionLimit,
                new FaultScript(TimeProvider.System),
                context => ForwardAsync(context, behind, endpoint, strips),
                cancellationToken
            );
            return new CertificateProxy(app, LoopbackSockets.Origin(sockets.Port));
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task ForwardAsync(HttpContext context, HttpClient behind, string endpoint, bool strips)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        // As it came: what is wrong with it is for the server behind to say.
        foreach (var type in context.Request.Headers.ContentType)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

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
