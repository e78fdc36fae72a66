using System.Security.Cryptography;
using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A phone whose test is told of what its app does there.</summary>
internal sealed class WatchedPhone : DevicePlatform
{
    private readonly DevicePlatform _phone;

    public WatchedPhone(DevicePlatform phone)
    {
        _phone = phone;
        Storage = new WatchedStorage(this, phone.Storage);
    }

    /// <summary>Before something is stored.</summary>
    public Action OnWrite { get; init; } = () => { };

    /// <summary>Before something is read, with its name.</summary>
    public Action<string> OnRead { get; init; } = _ => { };

    public override string Name => _phone.Name;

    public override string? CannotAttest => _phone.CannotAttest;

    public override DeviceStorage Storage { get; }

    public override ECDsa OpenKey(string keyName) => _phone.OpenKey(keyName);

    public override void DeleteKey(string keyName) => _phone.DeleteKey(keyName);

    public override Task<PlatformAttestation> AttestAsync(
        string keyName,
        string challenge,
        CancellationToken cancellationToken
    ) => _phone.AttestAsync(keyName, challenge, cancellationToken);

    private sealed class WatchedStorage(WatchedPhone phone, DeviceStorage storage) : DeviceStorage
    {
        public override Task<IDisposable> LockAsync(CancellationToken cancellationToken) =>
            storage.LockAsync(cancellationToken);

        public override string? Read(string name)
        {
            phone.OnRead(name);
            return storage.Read(name);
        }

        public override void Write(string name, string value)
        {
            phone.OnWrite();
            storage.Write(name, value);
        }

        public override void Delete(string name) => storage.Delete(name);
    }
}
