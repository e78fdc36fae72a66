namespace ClientAuth.Client.Platform;

/// <summary>The storage of one app on its device. Its values outlast the app's process, and no other app can read them.</summary>
public abstract class DeviceStorage
{
    /// <summary>Waits until no other start of the app holds it; disposing lets the next one in.</summary>
    public abstract Task<IDisposable> LockAsync(CancellationToken cancellationToken);

    /// <summary>What was last written under the name, or null.</summary>
    public abstract string? Read(string name);

    /// <summary>Replaces what was there, whole or not at all.</summary>
    public abstract void Write(string name, string value);

    /// <summary>Forgets it; nothing happens where there is none.</summary>
    public abstract void Delete(string name);
}
