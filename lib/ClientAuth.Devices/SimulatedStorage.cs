using System.Collections.Concurrent;

namespace ClientAuth.Devices;

/// <summary>The storage of the app on a simulated device. It lasts as long as the device, however often the app starts.</summary>
public sealed class SimulatedStorage : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneStart = new(1, 1);

    /// <summary>Waits until no other start of the app holds it; disposing lets the next one in.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        await _oneStart.WaitAsync(cancellationToken);
        return new Hold(_oneStart);
    }

    /// <summary>What was last written under the name, or null.</summary>
    public string? Read(string name) => _values.GetValueOrDefault(name);

    /// <summary>Replaces what was there.</summary>
    public void Write(string name, string value) => _values[name] = value;

    /// <summary>Forgets it; nothing happens where there is none.</summary>
    public void Delete(string name) => _values.TryRemove(name, out _);

    /// <summary>How much is there; never what.</summary>
    public override string ToString() => $"{_values.Count} value(s)";

    public void Dispose() => _oneStart.Dispose();

    private sealed class Hold(SemaphoreSlim held) : IDisposable
    {
        private SemaphoreSlim? _held = held;

        // Once only: a second release would let two starts in.
        public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
    }
}
