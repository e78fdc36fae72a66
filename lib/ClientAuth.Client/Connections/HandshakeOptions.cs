using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client.Connections;

/// <summary>Settings of connections and TLS handshakes for lessons and tests. An app leaves them as they are.</summary>
public sealed record HandshakeOptions
{
    /// <summary>The platform's defaults; nothing is recorded.</summary>
    public static HandshakeOptions Default { get; } = new();

    /// <summary>The versions of TLS to offer; <see cref="SslProtocols.None"/> leaves them to the client.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Whether a client without a certificate may take up an earlier session. One with a certificate never does.</summary>
    public bool AllowResumption { get; init; } = true;

    /// <summary>
    /// Called with the recording of each handshake, once for each connection: when the first response begins, when the
    /// handshake fails, or when the connection ends before either.
    /// </summary>
    public Action<RecordedHandshake>? OnHandshake { get; init; }

    /// <summary>
    /// Opens the TCP connection to a host, for example through a relay that delays what it carries; null connects directly. The
    /// host, its certificate and the address of the request do not change.
    /// </summary>
    public Func<DnsEndPoint, CancellationToken, ValueTask<Socket>>? OpenConnection { get; init; }
}
