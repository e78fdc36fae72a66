using System.Diagnostics;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Client;

/// <summary>
/// Requests access tokens from a token endpoint, with the client credentials grant (RFC 6749 §4.4) or by token exchange (RFC
/// 8693). The method of authentication applies itself to each request.
/// </summary>
/// <param name="http">Made by <see cref="Connections.TokenHttp"/> with the same method; stays the caller's to dispose of.</param>
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

    /// <summary>The time limit of one request, from the connection to the last byte of the response.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes the <c>jti</c> of each assertion; 122 random bits unless told otherwise.</summary>
    public Func<string> NewJti { get; init; } = () => Guid.NewGuid().ToString("N");

    /// <summary>Called after each build of a request, with the time it took.</summary>
    public Action<RecordedPhase>? OnPhase { get; init; }

    /// <summary>The key that the tokens are bound to; it signs a DPoP proof for each request (RFC 9449 §5). Null requests bearer tokens.</summary>
    public DpopKey? BindingKey { get; init; }

    /// <summary>A copy of this client that requests tokens bound to a key.</summary>
    public TokenClient BoundTo(DpopKey key) =>
        new(http, server, clientId, method, clock)
        {
            Deadline = Deadline,
            NewJti = NewJti,
            OnPhase = OnPhase,
            BindingKey = key,
        };

    /// <summary>Builds the request without sending it.</summary>
    /// <param name="scope">Scopes separated by spaces; null leaves the choice to the server.</param>
    public PreparedTokenRequest Prepare(string? scope = null) => Build(GrantTypes.ClientCredentials, [], scope);

    /// <summary>Builds the request that turns a JWT, such as a Client Attestation Token, into an access token (RFC 8693 §2.1).</summary>
    /// <param name="subjectToken">The JWT.</param>
    /// <param name="scope">Scopes separated by spaces; null leaves the choice to the server.</param>
    public PreparedTokenRequest PrepareExchange(string subjectToken, string? scope = null) =>
        Build(
            GrantTypes.TokenExchange,
            [new(TokenParameters.SubjectToken, subjectToken), new(TokenParameters.SubjectTokenType, TokenTypes.Jwt)],
            scope
        );

    /// <summary>Builds the request and sends it; a second time where a bound token needs the server's nonce (RFC 9449 §8), and never a third.</summary>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<TokenOutcome> RequestTokenAsync(string? scope = null, CancellationToken cancellationToken = default) =>
        SendBuiltAsync(() => Prepare(scope), cancellationToken);

    /// <summary>The same for <see cref="PrepareExchange"/>.</summary>
    /// <exception cref="AuthorizationServerException">The server was not reached, not trusted, or not understood.</exception>
    public Task<TokenOutcome> ExchangeAsync(
        string subjectToken,
        string? scope = null,
        CancellationToken cancellationToken = default
    ) => SendBuiltAsync(() => PrepareExchange(subjectToken, scope), cancellationToken);

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
        var response = await new ServerCall(http, Deadline, clock, IfLost).SendAsync(message, cancellationToken);
        BindingKey?.Learn(request.Endpoint, response.DpopNonce);
        return TokenOutcome.Read(response);
    }

    // Built anew for the second time: the nonce stands in a new proof, and an assertion is sent once.
    private async Task<TokenOutcome> SendBuiltAsync(
        Func<PreparedTokenRequest> build,
        CancellationToken cancellationToken
    )
    {
        var outcome = await SendAsync(build(), cancellationToken);
        return
            BindingKey is not null
            && outcome is TokenOutcome.Refused { Error.Error: OAuthErrors.UseDpopNonce, DpopNonce: not null }
            ? await SendAsync(build(), cancellationToken)
            : outcome;
    }

    private PreparedTokenRequest Build(
        string grantType,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        string? scope
    )
    {
        // Durations are real even where the clock is a lesson's: a clock that is moved by hand measures nothing.
        var started = Stopwatch.GetTimestamp();
        var draft = new TokenRequestDraft(server, clientId, clock, NewJti);
        draft.Add(TokenParameters.GrantType, grantType);
        draft.Form.AddRange(parameters);
        if (scope is not null)
        {
            draft.Add(TokenParameters.Scope, scope);
        }

        method.Apply(draft);
        var endpoint = EndpointAddress.Of(draft.Endpoint, "token_endpoint");
        var request = new PreparedTokenRequest(endpoint, draft.Headers, draft.Form);
        request = BindingKey is { } key ? request.WithProof(key.Prove(HttpMethod.Post, request.Endpoint)) : request;
        OnPhase?.Invoke(RecordedPhase.Between(PhaseNames.BuildCredential, started, Stopwatch.GetTimestamp()));
        return request;
    }
}
