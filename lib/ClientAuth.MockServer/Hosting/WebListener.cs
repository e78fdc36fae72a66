namespace ClientAuth.MockServer.Hosting;

/// <summary>One port and what happens in its handshakes.</summary>
/// <param name="Sockets">The port.</param>
/// <param name="Tls">The server's side of a handshake.</param>
internal sealed record WebListener(LoopbackSockets Sockets, ServerTls Tls)
{
    /// <summary>Is told what the TLS library says about a client's certificate over which it ends a handshake.</summary>
    public Action<string> Refused { get; init; } = _ => { };
}
