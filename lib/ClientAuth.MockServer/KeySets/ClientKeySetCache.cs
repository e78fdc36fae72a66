using ClientAuth.Protocol;

namespace ClientAuth.MockServer.KeySets;

/// <summary>
/// The key set that one client publishes, as far as the server knows it. It is fetched when first needed, and again when its
/// lifetime is over or a key is wanted that is not in it (OpenID Connect Core §10.1.1), but never sooner than the interval after
/// the last time: a <c>kid</c> is anybody's to invent. Where the host fails, the set that is known stays good until its lifetime is
/// over, and not longer: a key may have been withdrawn in the meantime. Requests that wait at the same time share one fetch.
/// </summary>
internal sealed class ClientKeySetCache
{
    private readonly Lock _lock = new();
    private FetchedKeys? _keys;
    private DateTimeOffset? _fetched;
    private DateTimeOffset? _asked;
    private string _problem = "";
    private Task<KeySetFetch>? _running;

    /// <param name="wanted">Whether a key is one that the request names.</param>
    /// <param name="fetch">Asks the client's host; used by every request that waits, so no request can cancel it.</param>
    /// <param name="policy">When that may be done.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<KeySetFetch> FindAsync(
        Func<Jwk, bool> wanted,
        Func<Task<FetchedKeys>> fetch,
        KeySetPolicy policy,
        CancellationToken cancellationToken
    )
    {
        Task<KeySetFetch> running;
        lock (_lock)
        {
            var known = Known(policy);
            if (known is not null && known.Keys.Any(wanted))
            {
                return new KeySetFetch(known, Kept(known));
            }

            var waiting = _running is { IsCompleted: false };
            if (!waiting && policy.IsTooSoonAfter(_asked))
            {
                var until = $"not asked again before {_asked + policy.RefetchInterval:u}";
                return new KeySetFetch(known, $"{(known is null ? _problem : Kept(known))}, {until}");
            }

            if (!waiting)
            {
                _asked = policy.Now;
                _running = Task.Run(() => RefreshAsync(fetch, policy), CancellationToken.None);
            }

            running = _running!;
        }

        return await running.WaitAsync(cancellationToken);
    }

    private async Task<KeySetFetch> RefreshAsync(Func<Task<FetchedKeys>> fetch, KeySetPolicy policy)
    {
        var (fetched, problem) = await TryAsync(fetch);
        lock (_lock)
        {
            if (fetched is not null)
            {
                (_keys, _fetched) = (fetched, policy.Now);
                return new KeySetFetch(fetched, $"{fetched.Contents}, just fetched");
            }

            _problem = problem;
            return Known(policy) is { } known
                ? new KeySetFetch(known, $"{Kept(known)}; asked again: {problem}")
                : new KeySetFetch(null, problem);
        }
    }

    private static async Task<(FetchedKeys? Fetched, string Problem)> TryAsync(Func<Task<FetchedKeys>> fetch)
    {
        try
        {
            return (await fetch(), "");
        }
        catch (KeySetUnavailableException e)
        {
            return (null, e.Message);
        }
    }

    private FetchedKeys? Known(KeySetPolicy policy) => policy.IsAlive(_fetched) ? _keys : null;

    private string Kept(FetchedKeys known) => $"{known.Contents}, fetched at {_fetched:u}";
}

/// <summary>What came of asking for a client's key set.</summary>
/// <param name="Keys">What may be used, or null where there is nothing.</param>
/// <param name="Seen">How that came, in words for a trace.</param>
internal sealed record KeySetFetch(FetchedKeys? Keys, string Seen);

/// <summary>How long a fetched key set is good for, and how often it may be asked for.</summary>
internal sealed record KeySetPolicy(TimeProvider Clock, TimeSpan Lifetime, TimeSpan RefetchInterval)
{
    public DateTimeOffset Now => Clock.GetUtcNow();

    public bool IsAlive(DateTimeOffset? fetched) => IsWithin(fetched, Lifetime);

    public bool IsTooSoonAfter(DateTimeOffset? asked) => IsWithin(asked, RefetchInterval);

    // What lies in the future is from before the clock was set back.
    private bool IsWithin(DateTimeOffset? start, TimeSpan length) => start <= Now && Now < start + length;
}
