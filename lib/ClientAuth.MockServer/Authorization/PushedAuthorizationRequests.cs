using System.Security.Cryptography;
using ClientAuth.Protocol.Authorization;

namespace ClientAuth.MockServer.Authorization;

/// <summary>
/// Requests that clients have pushed (RFC 9126 §2.2), waiting for an authorization endpoint. This server has none, so only whoever
/// holds the server can take one out.
/// </summary>
public sealed class PushedAuthorizationRequests
{
    // A client that pushes and never comes back must not fill the memory; the oldest goes first. Not what has expired: the clock may be
    // set back.
    private const int Limit = 1000;

    private const string Prefix = "urn:ietf:params:oauth:request_uri:";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Pushed> _requests = [];
    private readonly Queue<string> _byAge = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _lifetime;
    private readonly long _sizeLimit;
    private long _size;

    /// <param name="clock">Ends their lifetime.</param>
    /// <param name="lifetime">How long each is kept.</param>
    /// <param name="sizeLimit">How many bytes all of them may hold; the latest is kept whatever it holds.</param>
    internal PushedAuthorizationRequests(TimeProvider clock, TimeSpan lifetime, long sizeLimit)
    {
        _clock = clock;
        _lifetime = lifetime;
        _sizeLimit = sizeLimit;
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
            _byAge.Enqueue(requestUri);
        }

        return new PushedAuthorizationResponse { RequestUri = requestUri, ExpiresIn = (long)_lifetime.TotalSeconds };
    }

    // One that was pushed at a time yet to come is from before the clock was set back; it would be there for longer than its lifetime.
    private bool IsAlive(Pushed pushed) =>
        _clock.GetUtcNow() is var now && pushed.Until - _lifetime <= now && now < pushed.Until;

    private void ForgetOldest(long added)
    {
        while (_byAge.TryPeek(out var oldest) && (_byAge.Count == Limit || _size + added > _sizeLimit))
        {
            _byAge.Dequeue();
            Forget(oldest);
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
