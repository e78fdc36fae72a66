using System.Net;
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
        ServerTls tls,
        ConnectionLimit limit,
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
                listener.Use(BeforeHandshake);
                listener.UseHttps(
                    new TlsHandshakeCallbackOptions
                    {
                        OnConnection = handshake => ValueTask.FromResult(tls.For(Facts(handshake.Connection))),
                    }
                );
                listener.Use(AfterHandshake);
            }
        );

    private static ConnectionDelegate BeforeHandshake(ConnectionDelegate next) =>
        connection =>
        {
            connection.Features.Set(new ConnectionFacts());
            return next(connection);
        };

    private static ConnectionDelegate AfterHandshake(ConnectionDelegate next) =>
        connection =>
        {
            Facts(connection).HandshakeEnded();
            return next(connection);
        };

    private static ConnectionFacts Facts(BaseConnectionContext connection) =>
        connection.Features.GetRequiredFeature<ConnectionFacts>();
}
