using System.Security.Cryptography;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// Keeps an access token that is bound to a key of the device, and makes the DPoP proofs for it. It renews tokens, proofs and
/// the server's nonces without the caller. Safe to use from several threads: callers that ask at the same time share one
/// request.
/// </summary>
public sealed class HaapiTokenManager : IDisposable
{
    private const string IfLost = "It is not known whether the resource has acted.";

    private readonly HaapiConfiguration _configuration;
    private readonly TokenPath _path;
    private readonly SingleFlight<BoundAccessToken> _renewal;
    private volatile BoundAccessToken? _token;
    private volatile bool _isDisposed;

    /// <summary>Tokens by attestation or, where that is switched off, by the method. For the fallback, see <see cref="HaapiAccessorFactory"/>.</summary>
    /// <param name="configuration">Client, device and server.</param>
    /// <param name="method">How the client proves who it is where it does not attest itself; null is <c>None</c>.</param>
    /// <exception cref="ClientAuthenticationMethodRequiredException">Attestation is switched off and the method is <c>None</c>.</exception>
    public HaapiTokenManager(HaapiConfiguration configuration, ClientAuthenticationMethodConfiguration? method = null)
        : this(configuration, PathOf(configuration, method ?? new ClientAuthenticationMethodConfiguration.None())) { }

    internal HaapiTokenManager(HaapiConfiguration configuration, TokenPath path)
    {
        _configuration = configuration;
        _path = path;
        _renewal = new SingleFlight<BoundAccessToken>(RenewAsync);
    }

    /// <summary>The source of its access tokens.</summary>
    public HaapiPath Path => _path.Path;

    internal string ClientId => _path.ClientId;

    /// <summary>A token that does not expire soon: the current one, or a new one shortly before the current one expires.</summary>
    /// <exception cref="HaapiException">There is none; the message says at which step it failed, and what to do.</exception>
    /// <exception cref="ObjectDisposedException">It has been disposed of.</exception>
    public async Task<BoundAccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Fresh ?? await _renewal.JoinAsync(cancellationToken);
    }

    /// <summary>
    /// Sends a request with the token and a proof for exactly this request. Where the server wants its nonce in the proof, it is sent
    /// a second time, and never a third. Every other response is the caller's, refusals included; its body is read whole, up to 1 MiB.
    /// </summary>
    /// <param name="request">To an https address; it is not changed, and stays the caller's to dispose of.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">The address is no absolute https URL.</exception>
    /// <exception cref="HaapiException">There is no token, or no response; the message says at which step it failed, and what to do.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken = default
    )
    {
        var call = await BoundRequest.OfAsync(request, cancellationToken);
        var token = await GetAccessTokenAsync(cancellationToken);
        var response = await SendAsync(call, token, cancellationToken);
        if (response.DpopNonce is not null && BoundRequest.IsRefusedWith(response, OAuthErrors.UseDpopNonce))
        {
            response.Dispose();
            response = await SendAsync(call, token, cancellationToken);
        }

        // Withdrawn at the server: the next call asks for another one.
        if (BoundRequest.IsRefusedWith(response, OAuthErrors.InvalidToken))
        {
            Interlocked.CompareExchange(ref _token, null, token);
        }

        return response;
    }

    internal async Task WithdrawAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        await _path.WithdrawAsync(cancellationToken);
        _token = null;
    }

    /// <summary>Closes its connections. Calls that wait for a token or a response then fail.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _path.Dispose();
    }

    /// <summary>Path and client; never a token.</summary>
    public override string ToString() => $"{Path}: {_configuration}";

    private BoundAccessToken? Fresh =>
        _token is { } token && _configuration.Clock.GetUtcNow() < token.RenewFrom ? token : null;

    private async Task<BoundAccessToken> RenewAsync(CancellationToken cancellationToken) =>
        // Another request may have ended just now.
        Fresh ?? (_token = await _path.RequestAsync(cancellationToken));

    private Task<HttpResponseMessage> SendAsync(
        BoundRequest call,
        BoundAccessToken token,
        CancellationToken cancellationToken
    ) =>
        StepRunner.RunAsync(
            HaapiStep.Resource,
            async () =>
            {
                using var message = Message(call, token);
                var server = new ServerCall(_path.Http, _configuration.Deadline, _configuration.Clock, IfLost);
                var response = await server.SendForResponseAsync(message, cancellationToken);
                _path.Key.Learn(message.RequestUri!, response.DpopNonce);
                return response;
            }
        );

    private HttpRequestMessage Message(BoundRequest call, BoundAccessToken token)
    {
        try
        {
            return call.Message(token, _path.Key);
        }
        catch (Exception error) when (error is ObjectDisposedException or CryptographicException)
        {
            Interlocked.CompareExchange(ref _token, null, token);
            throw new HaapiException(
                HaapiStep.Resource,
                "the key that the token is bound to is gone from the device; nothing was sent. Ask again: the next token is bound to another key.",
                error
            );
        }
    }

    private static TokenPath PathOf(HaapiConfiguration configuration, ClientAuthenticationMethodConfiguration method)
    {
        MethodRequirement.Check(configuration, registration: null, method);
        return configuration.UseAttestation
            ? new AttestedPath(configuration)
            : new AuthenticatedPath(configuration, method);
    }
}
