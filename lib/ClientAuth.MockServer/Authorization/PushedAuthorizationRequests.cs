using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.Protocol.Authorization;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Authorization;

/// <summary>
/// Requests that clients have pushed (RFC 9126 §2.2), waiting for an authorization endpoint. This server has none, so only whoever
/// holds the server can take one out. In memory, a client that pushes and never comes back fills nothing: the oldest goes first.
/// </summary>
public sealed class PushedAuthorizationRequests
{
    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    private readonly TimeProvider _clock;
    private readonly TimeSpan _lifetime;
    private readonly ISharedState _state;

    /// <param name="clock">Ends their lifetime.</param>
    /// <param name="lifetime">How long each is kept.</param>
    /// <param name="state">Keeps them, for all nodes.</param>
    internal PushedAuthorizationRequests(TimeProvider clock, TimeSpan lifetime, ISharedState state)
    {
        _clock = clock;
        _lifetime = lifetime;
        _state = state;
    }

    /// <summary>The parameters of a pushed request, once and for its own client; null where there is none, or no longer.</summary>
    /// <param name="clientId">Who asks; the reference is useless to any other client (RFC 9126 §2.2).</param>
    /// <param name="requestUri">The reference that the endpoint gave.</param>
    /// <exception cref="SharedStateException">What the nodes share cannot be reached.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> TakeAsync(string clientId, string requestUri) =>
        await _state.TakeAsync(Key(clientId, requestUri)) is { } parameters
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(parameters)
            : null;

    internal async ValueTask<PushedAuthorizationResponse> PushAsync(
        string clientId,
        IReadOnlyDictionary<string, string> parameters
    )
    {
        var requestUri = Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
        await _state.WriteAsync(
            Key(clientId, requestUri),
            expected: 0,
            JsonSerializer.SerializeToUtf8Bytes(parameters),
            _clock.GetUtcNow() + _lifetime
        );
        return new PushedAuthorizationResponse { RequestUri = requestUri, ExpiresIn = (long)_lifetime.TotalSeconds };
    }

    private static StateKey Key(string clientId, string requestUri) =>
        new(StateKind.PushedRequest, clientId, requestUri);
}
