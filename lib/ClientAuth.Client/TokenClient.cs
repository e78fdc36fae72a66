using System.Diagnostics;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client;

/// <summary>Asks a token endpoint for tokens in a client's own name (RFC 6749 §4.4), whatever its method of authentication.</summary>
/// <param name="http">Made by <see cref="TokenHttp"/> with the same method; stays the caller's to dispose of.</param>
/// <param name="server">What the server publishes about itself.</param>
/// <param name="clientId">The registered identifier.</param>
/// <param name="method">How the client proves who it is.</param>
/// <param name="clock">Stamps assertions and runs the deadline.</param>
public sealed class TokenClient(
    HttpClient http,
    AuthorizationServerMetadata server,
    string clientId,
    ClientAuthenticationMethodConfiguration method,
    TimeProvider clock
)
{
    private const string IfLost =
        "It is not known whether a token was issued. Ask again with a new request: the credential of this one may be spent.";

    /// <summary>For one request, from the connection to the last byte of the answer.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes the <c>jti</c> of each assertion; 122 random bits unless told otherwise.</summary>
    public Func<string> NewJti { get; init; } = () => Guid.NewGuid().ToString("N");

    /// <summary>Is told how long building the credential took.</summary>
    public Action<RecordedPhase>? OnPhase { get; init; }

    /// <summary>Builds the request without sending it.</summary>
    /// <param name="scope">Scopes separated by spaces; null leaves the choice to the server.</param>
    public PreparedTokenRequest Prepare(string? scope = null)
    {
        // Durations are real even where the clock is a lesson's: a clock that is moved by hand measures nothing.
        var started = Stopwatch.GetTimestamp();
        var draft = new TokenRequestDraft(server, clientId, clock, NewJti);
        draft.Add(TokenParameters.GrantType, GrantTypes.ClientCredentials);
        if (scope is not null)
        {
            draft.Add(TokenParameters.Scope, scope);
        }

        method.Apply(draft);
        var request = draft.Finish();
        OnPhase?.Invoke(new RecordedPhase(PhaseNames.BuildCredential, Stopwatch.GetElapsedTime(started)));
        return request;
    }

    /// <summary>Builds the request and sends it.</summary>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<TokenOutcome> RequestTokenAsync(string? scope = null, CancellationToken cancellationToken = default) =>
        SendAsync(Prepare(scope), cancellationToken);

    /// <summary>
    /// Sends a request as it stands; what <see cref="Prepare"/> gave, or a changed copy. It is sent once: an assertion works once
    /// (RFC 7523 §3), so that only the caller can decide to ask again, with a new one.
    /// </summary>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public async Task<TokenOutcome> SendAsync(
        PreparedTokenRequest request,
        CancellationToken cancellationToken = default
    )
    {
        using var message = request.ToHttpRequestMessage();
        var answer = await new ServerCall(http, Deadline, clock, IfLost).SendAsync(message, cancellationToken);
        return TokenAnswer.Interpret(answer);
    }
}
