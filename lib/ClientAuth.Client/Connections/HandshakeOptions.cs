using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.Connections;

/// <summary>What a lesson or a test may ask of connections and handshakes, and who is told of them. An app leaves all of it alone.</summary>
public sealed record HandshakeOptions
{
    /// <summary>As the platform likes it, and nothing recorded.</summary>
    public static HandshakeOptions Default { get; } = new();

    /// <summary>The versions of TLS to offer; <see cref="SslProtocols.None"/> leaves them to the client.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Whether a client without a certificate may take up an earlier session. One with a certificate never does.</summary>
    public bool AllowResumption { get; init; } = true;

    /// <summary>
    /// Is told each handshake as it crossed the wire, once for each connection: when the first response
    /// begins, or where the handshake fails or the connection ends before.
    /// </summary>
    public Action<RecordedHandshake>? OnHandshake { get; init; }

    /// <summary>
    /// Opens the TCP connection to a host, for example through a relay that delays what it carries; null opens it straight. The host,
    /// its certificate and the address of the request stay what they are.
    /// </summary>
    public Func<DnsEndPoint, CancellationToken, ValueTask<Socket>>? OpenConnection { get; init; }
}
