using System.Security.Cryptography;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol.Authorization;

namespace ClientAuth.MockServer.Authorization;

/// <summary>
/// Requests that clients have pushed (RFC 9126 §2.2), waiting for an authorization endpoint. This server has none, so only whoever
/// holds the server can take one out.
/// </summary>
public sealed class PushedAuthorizationRequests
{
    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    private readonly Lock _lock = new();

    // In the order in which they came: a client that pushes and never comes back must not fill the memory, so the oldest goes first. Not
    // what has expired: the clock may be set back.
    private readonly OrderedDictionary<string, Pushed> _requests = [];
    private readonly TimeProvider _clock;
    private readonly TimeSpan _lifetime;
    private readonly int _limit;
    private readonly long _sizeLimit;
    private long _size;

    /// <param name="clock">Ends their lifetime.</param>
    /// <param name="limits">How long each is kept, how many there may be, and how many bytes all of them may hold; the latest is kept whatever it holds.</param>
    internal PushedAuthorizationRequests(TimeProvider clock, LimitOptions limits)
    {
        _clock = clock;
        _lifetime = limits.PushedAuthorizationRequestLifetime;
        _limit = limits.PushedAuthorizationRequestLimit;
        _sizeLimit = limits.PushedAuthorizationRequestsSize;
    }

    /// <summary>The parameters of a pushed request, once and for its own client; null where there is none, or no longer.</summary>
    /// <param name="clientId">Who asks; the reference is useless to any other client (RFC 9126 §2.2).</param>
    /// <param name="requestUri">The reference that the endpoint gave.</param>
    public IReadOnlyDictionary<string, string>? Take(string clientId, string requestUri)
    {
        lock (_lock)
        {
            if (!_requests.TryGetValue(requestUri, out var pushed) || pushed.ClientId != clientId || !IsAlive(pushed))
            {
                return null;
            }

            Forget(requestUri);
            return pushed.Parameters;
        }
    }

    internal PushedAuthorizationResponse Push(string clientId, IReadOnlyDictionary<string, string> parameters)
    {
        var requestUri = Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (_lock)
        {
            var until = _clock.GetUtcNow() + _lifetime;
            var size = parameters.Sum(parameter =>
                (long)(parameter.Key.Length + parameter.Value.Length) * sizeof(char)
            );
            ForgetOldest(size);
            _requests.Add(requestUri, new Pushed(clientId, parameters, until, size));
            _size += size;
        }

        return new PushedAuthorizationResponse { RequestUri = requestUri, ExpiresIn = (long)_lifetime.TotalSeconds };
    }

    // One that was pushed at a time yet to come is from before the clock was set back; it would be there for longer than its lifetime.
    private bool IsAlive(Pushed pushed) =>
        _clock.GetUtcNow() is var now && pushed.Until - _lifetime <= now && now < pushed.Until;

    private void ForgetOldest(long added)
    {
        while (_requests.Count == _limit || (_requests.Count > 0 && _size + added > _sizeLimit))
        {
            Forget(_requests.GetAt(0).Key);
        }
    }

    private void Forget(string requestUri)
    {
        if (_requests.Remove(requestUri, out var pushed))
        {
            _size -= pushed.Size;
        }
    }

    /// <param name="ClientId">Whose request it is.</param>
    /// <param name="Parameters">What was pushed.</param>
    /// <param name="Until">The end of its life.</param>
    /// <param name="Size">Bytes of the parameters.</param>
    private sealed record Pushed(
        string ClientId,
        IReadOnlyDictionary<string, string> Parameters,
        DateTimeOffset Until,
        long Size
    );
}
