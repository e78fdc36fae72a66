using System.Collections.Concurrent;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Lab.Expectations;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Measuring;

/// <summary>A client whose requests are measured, over connections of its own.</summary>
internal sealed class MeasuredClient : IDisposable
{
    private readonly ConcurrentQueue<RecordedPhase> _phases = [];
    private readonly MockAuthorizationServer _server;
    private readonly HttpClient _http;
    private readonly TokenClient _client;

    public MeasuredClient(
        ServerTrust trust,
        MockAuthorizationServer server,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        TimeProvider clock,
        bool resumes
    )
    {
        _server = server;
        _http = TokenHttp.Create(
            trust,
            method,
            clock,
            _phases.Enqueue,
            HandshakeOptions.Default with
            {
                AllowResumption = resumes,
            }
        );
        _client = new TokenClient(_http, server.Metadata, clientId, method, clock) { OnPhase = _phases.Enqueue };
    }

    /// <summary>Asks for a token.</summary>
    public Task<TokenOutcome> AskAsync(CancellationToken cancellationToken) =>
        _client.RequestTokenAsync(scope: null, cancellationToken);

    /// <summary>Asks for a token, and gets one.</summary>
    /// <exception cref="LessonExpectationException">The server refused: what was to be measured did not happen.</exception>
    public async Task GetTokenAsync(CancellationToken cancellationToken)
    {
        var outcome = await AskAsync(cancellationToken);
        if (outcome is not TokenOutcome.Issued)
        {
            throw new LessonExpectationException(
                $"A request was to be measured, but the server did not issue a token: {outcome}."
            );
        }
    }

    /// <summary>The phases of all requests so far: of the client from its side, and of the last request from the server's.</summary>
    public IReadOnlyList<RecordedPhase> Phases => [.. _phases, .. ServerPhases];

    /// <summary>From where the client began to build its last credential until the server's response was ready.</summary>
    public TimeSpan LastRequest =>
        _server.Exchanges.Last!.Answered!.Value
        - _phases.Last(phase => phase.Name == PhaseNames.BuildCredential).Started!.Value;

    public void Dispose() => _http.Dispose();

    // The handshake is the client's already; the server's view of the same stretch would count it twice.
    private IEnumerable<RecordedPhase> ServerPhases =>
        _server.Exchanges.Last!.Phases.Where(phase => phase.Name != PhaseNames.Handshake);
}
