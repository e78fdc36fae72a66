using ClientAuth.Protocol;

namespace ClientAuth.MockServer.KeySets;

/// <summary>
/// The key set that one client publishes, as far as the server knows it. It is fetched when first needed, and again when its
/// lifetime is over or a key is wanted that is not in it (OpenID Connect Core §10.1.1), but never sooner than the interval after
/// the last time: a <c>kid</c> is anybody's to invent. Where the host fails, the set that is known stays good until its lifetime is
/// over, and not longer: a key may have been withdrawn in the meantime. Requests that wait at the same time share one fetch.
/// </summary>
internal sealed class PublishedKeys
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
