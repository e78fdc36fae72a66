using System.Collections.Concurrent;
using System.Security.Authentication;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Testbeds;

/// <summary>The HTTP clients of a testbed. Each trusts what it is told to trust and has a connection pool of its own.</summary>
internal sealed class TestbedConnections(
    MockAuthorizationServer server,
    LabAuthority authority,
    LabClock clock,
    WorkLog works
) : IDisposable
{
    // A lesson must not fail because its machine is busy.
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<HttpClient> _opened = [];

    /// <summary>The authority and no other.</summary>
    public ServerTrust Trust => new ServerTrust.TrustStore([authority.Certificate]);

    public TokenClient TokenClient(
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        ServerTrust? trust
    ) =>
        new(Open(trust ?? Trust, method), server.Metadata, clientId, method, clock)
        {
            OnPhase = works.Add,
            Deadline = Ample,
        };

    /// <summary>A connection pool that ends with the testbed.</summary>
    public HttpClient Open(
        ServerTrust trust,
        ClientAuthenticationMethodConfiguration? method,
        HandshakeOptions? handshake = null
    )
    {
        var http = TokenHttp.Create(trust, method, clock, onPhase: null, handshake);
        _opened.Add(http);
        return http;
    }

    /// <summary>One request on a connection of its own, for its handshake. Whether a token is issued does not matter.</summary>
    public async Task<RecordedHandshake> HandshakeAsync(
        string label,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        SslProtocols protocols,
        bool allowResumption,
        ServerTrust? trust,
        CancellationToken cancellationToken
    )
    {
        var recorded = new ConcurrentQueue<RecordedHandshake>();
        var options = new HandshakeOptions
        {
            Protocols = protocols,
            AllowResumption = allowResumption,
            OnHandshake = recorded.Enqueue,
        };
        using (var http = TokenHttp.Create(trust ?? Trust, method, clock, onPhase: null, options))
        {
            var client = new TokenClient(http, server.Metadata, clientId, method, clock);
            try
            {
                await client.RequestTokenAsync(scope: null, cancellationToken);
            }
            catch (AuthorizationServerException) when (!recorded.IsEmpty)
            {
                // The handshake failed, and what was recorded says how.
            }
        }

        return recorded.TryDequeue(out var handshake)
            ? handshake with
            {
                Label = label,
            }
            : throw new InvalidOperationException($"'{label}' opened no connection.");
    }

    public void Dispose()
    {
        while (_opened.TryTake(out var http))
        {
            http.Dispose();
        }
    }
}
