using System.Security.Cryptography;

namespace ClientAuth.Devices;

/// <summary>The keys of one device, by the names that an app gave them; they never leave it.</summary>
internal sealed class DeviceKeys : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);

    /// <summary>The key of this name, made where there is none yet.</summary>
    public ECDsa Open(string name)
    {
        lock (_lock)
        {
            if (!_keys.TryGetValue(name, out var key))
            {
                key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                _keys.Add(name, key);
            }

            return key;
        }
    }

    /// <summary>Whether there is a key of this name.</summary>
    public bool Contains(string name)
    {
        lock (_lock)
        {
            return _keys.ContainsKey(name);
        }
    }

    public void Delete(string name)
    {
        lock (_lock)
        {
            if (_keys.Remove(name, out var key))
            {
                key.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
