using System.Security.Authentication;
using ClientAuth.Client;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Testbeds;

/// <summary>Records handshakes below TLS, where a transcript of HTTP cannot look.</summary>
public partial class Testbed
{
    /// <summary>Asks for one token over a new connection and keeps its full handshake, also where that fails.</summary>
    /// <param name="label">What a drawing calls it.</param>
    /// <param name="clientId">Who asks.</param>
    /// <param name="method">How it proves that.</param>
    /// <param name="protocols">The versions of TLS to offer; left to the client where they are left out.</param>
    /// <param name="trust">How the server proves itself; the testbed's authority where it is left out.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    public Task<RecordedHandshake> HandshakeAsync(
        string label,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        SslProtocols protocols = SslProtocols.None,
        ServerTrust? trust = null,
        CancellationToken cancellationToken = default
    ) =>
        _connections.HandshakeAsync(
            label,
            clientId,
            method,
            protocols,
            allowResumption: false,
            trust,
            cancellationToken
        );

    /// <summary>
    /// The same on a second connection, which may take up the session of a first. The label says where it does not: a client with a
    /// certificate never does, and .NET on macOS cannot (dotnet/runtime#85113).
    /// </summary>
    /// <param name="label">What a drawing calls it.</param>
    /// <param name="clientId">Who asks.</param>
    /// <param name="method">How it proves that.</param>
    /// <param name="protocols">The versions of TLS to offer; left to the client where they are left out.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    public async Task<RecordedHandshake> ResumedHandshakeAsync(
        string label,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        SslProtocols protocols = SslProtocols.None,
        CancellationToken cancellationToken = default
    )
    {
        Task<RecordedHandshake> ConnectAsync() =>
            _connections.HandshakeAsync(label, clientId, method, protocols, true, trust: null, cancellationToken);

        await ConnectAsync();
        var second = await ConnectAsync();
        return Protocol.Tls.TlsTranscript.Read(second).IsResumed
            ? second
            : second with
            {
                Label = $"{label} (not resumed on this system)",
            };
    }
}
