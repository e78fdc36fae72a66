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
    public bool TryAdd(TKey key, DateTimeOffset until) => AddAll([(key, until)]) is null;

    /// <summary>The same for several keys at once, all or none: the place of the first that stood in the way, or null.</summary>
    public int? AddAll(IReadOnlyList<(TKey Key, DateTimeOffset Until)> entries)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ForgetExpired(now);
            for (var i = 0; i < entries.Count; i++)
            {
                // What expired after its check must not pass, since its first use has just been forgotten.
                if (entries[i].Until <= now || _keys.Contains(entries[i].Key))
                {
                    return i;
                }
            }

            foreach (var (key, until) in entries)
            {
                if (_keys.Add(key))
                {
                    _byExpiry.Enqueue(key, until);
                }
            }

            return null;
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
