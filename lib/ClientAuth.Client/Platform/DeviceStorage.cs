namespace ClientAuth.Client.Platform;

/// <summary>What an app keeps on its device between two starts, and no other app reads.</summary>
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
