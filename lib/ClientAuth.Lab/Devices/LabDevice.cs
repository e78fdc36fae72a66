using System.Diagnostics;
using System.Security.Cryptography;
using ClientAuth.Client.Platform;
using ClientAuth.Devices;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Devices;

/// <summary>A simulated phone as the client sees it.</summary>
/// <param name="device">The phone; the caller disposes of it.</param>
/// <param name="onWork">Is told what the phone did that took time, and how long it took.</param>
public sealed class LabDevice(SimulatedDevice device, Action<RecordedWork>? onWork = null) : DevicePlatform
{
    /// <summary>The phone itself, for what no app could ask of it.</summary>
    public SimulatedDevice Simulated => device;

    public override string Name => device.Profile.Name;

    public override string? CannotAttest => device.CannotAttest;

    public override DeviceStorage Storage { get; } = new LabDeviceStorage(device.Storage);

    public override ECDsa OpenKey(string keyName) =>
        device.HasKey(keyName)
            ? device.OpenKey(keyName)
            : Timed($"makes the key {keyName}", () => device.OpenKey(keyName));

    public override void DeleteKey(string keyName) => device.DeleteKey(keyName);

    public override Task<PlatformAttestation> AttestAsync(
        string keyName,
        string challenge,
        CancellationToken cancellationToken
    ) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<PlatformAttestation>(cancellationToken)
        : device.CannotAttest is { } reason
            ? Task.FromException<PlatformAttestation>(new AttestationUnavailableException(reason))
        : Task.FromResult(Timed($"vouches for the key {keyName}", () => device.Attest(keyName, challenge)));

    private T Timed<T>(string did, Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        onWork?.Invoke(
            new RecordedWork(
                Participant.Device,
                did,
                Stopwatch.GetElapsedTime(0, started),
                Stopwatch.GetElapsedTime(started)
            )
        );
        return result;
    }
}

/// <summary>What a simulated phone keeps, as the client sees it.</summary>
internal sealed class LabDeviceStorage(SimulatedStorage storage) : DeviceStorage
{
    public override Task<IDisposable> LockAsync(CancellationToken cancellationToken) =>
        storage.LockAsync(cancellationToken);

    public override string? Read(string name) => storage.Read(name);

    public override void Write(string name, string value) => storage.Write(name, value);

    public override void Delete(string name) => storage.Delete(name);
}
