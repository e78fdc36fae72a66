namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Counts failures by key, each count for one length of time from its first failure. Never holds more counts than its capacity:
/// then the oldest is forgotten.
/// </summary>
internal sealed class FailureWindows(TimeProvider clock, TimeSpan length, int limit, int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FailureWindow> _windows = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();
    private DateTimeOffset _latest;

    /// <summary>How many counts are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _windows.Count;
            }
        }
    }

    /// <summary>How many failures of a key are counted at this moment.</summary>
    public int Failures(string key)
    {
        lock (_lock)
        {
            ForgetEnded(clock.GetUtcNow());
            return _windows.GetValueOrDefault(key)?.Failures ?? 0;
        }
    }

    /// <summary>Asks and counts in one step: of many attempts at once, only so many are told how they ended.</summary>
    /// <returns>How long the key is still shut, or null where it is open.</returns>
    public TimeSpan? Settle(string key, bool failed)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ForgetEnded(now);
            var window = _windows.GetValueOrDefault(key);
            if (window?.Failures >= limit)
            {
                return window.Started + length - now;
            }

            if (failed)
            {
                Add(key, window, now);
            }

            return null;
        }
    }

    private void Add(string key, FailureWindow? window, DateTimeOffset now)
    {
        if (window is null)
        {
            if (_windows.Count == capacity)
            {
                _windows.Remove(_oldestFirst.Dequeue());
            }

            _oldestFirst.Enqueue(key);
        }

        _windows[key] = window is null ? new(now, 1) : window with { Failures = window.Failures + 1 };
    }

    private void ForgetEnded(DateTimeOffset now)
    {
        if (now < _latest)
        {
            StartAgain(now);
        }

        _latest = now;
        while (_oldestFirst.TryPeek(out var key) && now >= _windows[key].Started + length)
        {
            _windows.Remove(_oldestFirst.Dequeue());
        }
    }

    // A window that starts in the future is one from before the clock was set back: it keeps its count, and ends no later than any other.
    private void StartAgain(DateTimeOffset now)
    {
        foreach (var (key, window) in _windows.Where(pair => pair.Value.Started > now).ToList())
        {
            _windows[key] = window with { Started = now };
        }
    }

    /// <summary>How many attempts have failed since the first of them.</summary>
    private sealed record FailureWindow(DateTimeOffset Started, int Failures);
}
