using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.Connections;

/// <summary>Makes the <see cref="HttpClient"/> of one OAuth client, with the servers that it trusts and its client certificate, if it has one.</summary>
public static class TokenHttp
{
    /// <summary>A client with a connection pool of its own, which the caller disposes of.</summary>
    /// <param name="trust">Which servers the client trusts.</param>
    /// <param name="method">Brings the client certificate; null and the other methods present none.</param>
    /// <param name="clock">Judges the dates of the server's certificate.</param>
    /// <param name="onPhase">Called with the duration of connecting and handshake, once for each connection.</param>
    /// <param name="handshake">Settings for lessons and tests; an app leaves them out.</param>
    public static HttpClient Create(
        ServerTrust trust,
        ClientAuthenticationMethodConfiguration? method,
        TimeProvider clock,
        Action<RecordedPhase>? onPhase = null,
        HandshakeOptions? handshake = null
    ) =>
        new(CreateHandler(trust, method, clock, onPhase, handshake), disposeHandler: true)
        {
            MaxResponseContentBufferSize = ServerCall.LargestBody,
        };

    /// <summary>The handler alone, for callers that put other handlers in front of it.</summary>
    public static SocketsHttpHandler CreateHandler(
        ServerTrust trust,
        ClientAuthenticationMethodConfiguration? method,
        TimeProvider clock,
        Action<RecordedPhase>? onPhase = null,
        HandshakeOptions? handshake = null
    ) =>
        new()
        {
            ConnectCallback = new TlsConnector(
                trust,
                method?.CertificateContext,
                clock,
                onPhase,
                handshake ?? HandshakeOptions.Default
            ).ConnectAsync,
            // A redirect would carry the credential elsewhere, a cookie would identify the client beside it,
            // and a proxy would end the TLS connection that mutual TLS depends on.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            // A host that traces its own work, as the tool dotnet-interactive does, would add a traceparent header.
            ActivityHeadersPropagator = null,
        };
}
