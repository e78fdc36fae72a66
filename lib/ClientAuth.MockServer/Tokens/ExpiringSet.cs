namespace ClientAuth.MockServer.Tokens;

/// <summary>Remembers each key until a time of its own, and no longer: what a replay check needs, in bounded memory.</summary>
internal sealed class ExpiringSet<TKey>(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<TKey> _keys = [];
    private readonly PriorityQueue<TKey, DateTimeOffset> _byExpiry = new();

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>Tests and marks in one step: of many calls with one key, one gets true, and none once its time is over.</summary>
    public bool TryAdd(TKey key, DateTimeOffset until)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ForgetExpired(now);
            // What expired after its check must not pass, since its first use has just been forgotten.
            if (until <= now || !_keys.Add(key))
            {
                return false;
            }

            _byExpiry.Enqueue(key, until);
            return true;
        }
    }

    public bool Contains(TKey key)
    {
        lock (_lock)
        {
            ForgetExpired(clock.GetUtcNow());
            return _keys.Contains(key);
        }
    }

    private void ForgetExpired(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var key, out var until) && until <= now)
        {
            _byExpiry.Dequeue();
            _keys.Remove(key);
        }
    }
}
