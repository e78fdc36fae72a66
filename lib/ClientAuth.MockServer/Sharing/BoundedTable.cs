using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Sharing;

/// <summary>Values by key, of one kind. When there are too many, or they hold too much, the one that came first goes first.</summary>
/// <param name="clock">Ends them; what has ended stays until it is the oldest, since the clock may be set back.</param>
/// <param name="limit">How many are kept.</param>
/// <param name="sizeLimit">How many bytes all of them may hold; the latest is kept whatever it holds.</param>
internal sealed class BoundedTable(TimeProvider clock, int limit, long sizeLimit)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<StateKey, Entry> _entries = [];
    private long _size;
    private long _version;

    public StateValue Read(StateKey key, long known)
    {
        lock (_lock)
        {
            return Alive(key) is { } entry ? new(entry.Version, entry.Version == known ? null : entry.Value) : default;
        }
    }

    public long? Write(StateKey key, long expected, byte[] value, DateTimeOffset? until)
    {
        lock (_lock)
        {
            if ((Alive(key)?.Version ?? 0) != expected)
            {
                return null;
            }

            var before = _entries.GetValueOrDefault(key);
            _size += value.Length - (before?.Value.Length ?? 0);
            if (before is null)
            {
                ForgetOldest();
            }

            _entries[key] = new Entry(++_version, value, clock.GetUtcNow(), until);
            return _version;
        }
    }

    public byte[]? Take(StateKey key)
    {
        lock (_lock)
        {
            if (Alive(key) is not { } entry)
            {
                return null;
            }

            Forget(key);
            return entry.Value;
        }
    }

    // One that was written at a time yet to come is from before the clock was set back; it would be there for longer than its lifetime.
    private Entry? Alive(StateKey key) =>
        _entries.TryGetValue(key, out var entry)
        && (entry.Until is not { } until || (clock.GetUtcNow() is var now && entry.From <= now && now < until))
            ? entry
            : null;

    private void ForgetOldest()
    {
        while (_entries.Count > 0 && (_entries.Count >= limit || _size > sizeLimit))
        {
            Forget(_entries.GetAt(0).Key);
        }
    }

    private void Forget(StateKey key)
    {
        if (_entries.Remove(key, out var entry))
        {
            _size -= entry.Value.Length;
        }
    }

    private sealed record Entry(long Version, byte[] Value, DateTimeOffset From, DateTimeOffset? Until);
}
