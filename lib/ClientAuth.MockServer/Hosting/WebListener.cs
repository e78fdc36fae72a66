namespace ClientAuth.MockServer.Hosting;

/// <summary>One port and what happens in its handshakes.</summary>
internal sealed record WebListener(LoopbackSockets Sockets, ServerTls Tls);
