using ClientAuth.Client.Platform;
using ClientAuth.Devices;

namespace ClientAuth.Lab.Devices;

/// <summary>What a simulated phone keeps, as the client sees it.</summary>
internal sealed class LabDeviceStorage(SimulatedStorage storage) : DeviceStorage
{
    public override Task<IDisposable> LockAsync(CancellationToken cancellationToken) =>
        storage.LockAsync(cancellationToken);

    public override string? Read(string name) => storage.Read(name);

    public override void Write(string name, string value) => storage.Write(name, value);

    public override void Delete(string name) => storage.Delete(name);
}
