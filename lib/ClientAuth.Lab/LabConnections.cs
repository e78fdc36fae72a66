using System.Collections.Concurrent;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Networks;
using ClientAuth.Lab.Sequences;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab;

/// <summary>The HTTP clients of a lab. Each trusts what it is told to trust and has a connection pool of its own.</summary>
internal sealed class LabConnections(
    MockAuthorizationServer server,
    LabAuthority authority,
    LabClock clock,
    WorkLog works
) : IDisposable
{
    // A lesson must not fail because its machine is busy: what gives up earlier says so.
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<HttpClient> _opened = [];

    /// <summary>The lab's authority and no other.</summary>
    public ServerTrust TrustInTheLab => new ServerTrust.TrustStore([authority.Certificate]);

    public HttpClient ByHand(X509Certificate2? clientCertificate) =>
        Open(
            TrustInTheLab,
            clientCertificate is null ? null : new ClientAuthenticationMethodConfiguration.Mtls(clientCertificate)
        );

    public TokenClient TokenClient(
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        ServerTrust? trust
    ) =>
        new(Open(trust ?? TrustInTheLab, method), server.Metadata, clientId, method, clock)
        {
            OnPhase = works.Add,
            Deadline = Ample,
        };

    /// <summary>A client over a connection of its own, which ends with it.</summary>
    /// <param name="clientId">Who asks.</param>
    /// <param name="method">How it proves that.</param>
    /// <param name="resumes">Whether its handshakes may resume an earlier session.</param>
    public MeasuredClient Measured(string clientId, ClientAuthenticationMethodConfiguration method, bool resumes) =>
        new(TrustInTheLab, server, clientId, method, clock, resumes);

    /// <summary>Connections over a slow network, without a certificate, that the lab disposes of.</summary>
    public HttpClient Over(SlowNetwork network) =>
        Open(TrustInTheLab, method: null, new HandshakeOptions { OpenConnection = network.ConnectAsync });

    /// <summary>Connections as a variant says, which end with what is returned.</summary>
    /// <param name="variant">With its method.</param>
    /// <param name="network">What they go over; null goes straight.</param>
    /// <param name="onPhase">Is told when they connect.</param>
    public HttpClient Of(ClientVariant variant, SlowNetwork? network, Action<RecordedPhase> onPhase) =>
        TokenHttp.Create(
            TrustInTheLab,
            variant.Method,
            clock,
            onPhase,
            new HandshakeOptions
            {
                Protocols = variant.Protocols,
                AllowResumption = variant.Connection == ConnectionUse.Resumed,
                OpenConnection = network is null ? null : network.ConnectAsync,
            }
        );

    /// <summary>Asks over such connections.</summary>
    public TokenClient TokenClient(ClientVariant variant, HttpClient http, Action<RecordedPhase> onPhase) =>
        new(http, server.Metadata, variant.ClientId, variant.Method!, clock) { OnPhase = onPhase };

    /// <summary>A client that gives up in time, over connections that the lab disposes of.</summary>
    public TokenClient Hurried(string clientId, ClientAuthenticationMethodConfiguration method, TimeSpan deadline) =>
        new(Open(TrustInTheLab, method), server.Metadata, clientId, method, clock) { Deadline = deadline };

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
        using (var http = TokenHttp.Create(trust ?? TrustInTheLab, method, clock, onPhase: null, options))
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

    private HttpClient Open(
        ServerTrust trust,
        ClientAuthenticationMethodConfiguration? method,
        HandshakeOptions? handshake = null
    )
    {
        var http = TokenHttp.Create(trust, method, clock, onPhase: null, handshake);
        _opened.Add(http);
        return http;
    }
}
