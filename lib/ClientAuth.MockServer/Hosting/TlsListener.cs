using System.Net;
using System.Security.Cryptography;
using ClientAuth.MockServer.Faults;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ClientAuth.MockServer.Hosting;

/// <summary>Configures one listener: HTTP/1.1 over TLS, the handshake timed by a middleware before and one after it.</summary>
internal static class TlsListener
{
    public static void Listen(
        KestrelServerOptions kestrel,
        IPEndPoint endPoint,
        WebListener web,
        ConnectionLimit limit,
        HandshakeLog log,
        FaultScript faults
    ) =>
        kestrel.Listen(
            endPoint,
            listener =>
            {
                // HTTP/1.1 only: what a transcript shows is then what crossed the wire.
                listener.Protocols = HttpProtocols.Http1;
                listener.Use(limit.Before);
                listener.Use(next => new HandshakeRefusal(faults, next).HandleAsync);
                listener.Use(next => connection => WithHandshakeAsync(connection, next, web, log));
                listener.UseHttps(
                    new TlsHandshakeCallbackOptions
                    {
                        OnConnection = handshake => ValueTask.FromResult(web.Tls.For(Facts(handshake.Connection))),
                    }
                );
                listener.Use(AfterHandshake);
            }
        );

    // What failed is recorded where it is thrown; the client may have its alert a moment before.
    private static async Task WithHandshakeAsync(
        ConnectionContext connection,
        ConnectionDelegate next,
        WebListener web,
        HandshakeLog log
    )
    {
        var facts = new ConnectionFacts();
        connection.Features.Set(facts);
        log.Watch(facts);
        try
        {
            await next(connection);
        }
        catch (CryptographicException e) when (!facts.HasHandshakeEnded)
        {
            // Kestrel does not expect it of a handshake, and logs it elsewhere.
            facts.HandshakeFailed(e);
        }

        if (UnreadableCertificate.Describe(facts.Failure) is { } problem)
        {
            web.Refused(problem);
        }
    }

    private static ConnectionDelegate AfterHandshake(ConnectionDelegate next) =>
        connection =>
        {
            Facts(connection).HandshakeEnded();
            return next(connection);
        };

    private static ConnectionFacts Facts(BaseConnectionContext connection) =>
        connection.Features.GetRequiredFeature<ConnectionFacts>();
}
