using System.Collections.Concurrent;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Sequences;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab;

/// <summary>The HTTP clients of a lab. Each trusts what it is told to trust and has a connection pool of its own.</summary>
internal sealed class LabConnections(
    MockAuthorizationServer server,
    LabAuthority authority,
    LabClock clock,
    WorkLog works
) : IDisposable
{
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
    ) => new(Open(trust ?? TrustInTheLab, method), server.Metadata, clientId, method, clock) { OnPhase = works.Add };

    /// <summary>One request on a connection of its own: the client's phases from its side, the checks from the server's.</summary>
    public async Task<MethodTiming> TimeAsync(
        string label,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        CancellationToken cancellationToken
    )
    {
        var phases = new ConcurrentQueue<RecordedPhase>();
        using var http = TokenHttp.Create(TrustInTheLab, method, clock, phases.Enqueue);
        var client = new TokenClient(http, server.Metadata, clientId, method, clock) { OnPhase = phases.Enqueue };
        var outcome = await client.RequestTokenAsync(scope: null, cancellationToken);
        return outcome is TokenOutcome.Issued
            ? new MethodTiming(label, [.. phases, .. ServerPhases()])
            : throw new LessonExpectationException(
                $"'{label}' was to be timed, but the server did not issue a token: {outcome}."
            );
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

    // The handshake is the client's already; the server's view of the same stretch would count it twice.
    private IEnumerable<RecordedPhase> ServerPhases() =>
        server.Exchanges.Last!.Phases.Where(phase => phase.Name != PhaseNames.Handshake);

    private HttpClient Open(ServerTrust trust, ClientAuthenticationMethodConfiguration? method)
    {
        var http = TokenHttp.Create(trust, method, clock);
        _opened.Add(http);
        return http;
    }
}
