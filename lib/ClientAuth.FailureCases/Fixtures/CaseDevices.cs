using System.Security.Cryptography;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The phones of one case, by the names that it gives them: a device's own id, or that of a step.</summary>
internal sealed class CaseDevices(CaseFixture fixture, TimeProvider clock) : IDisposable
{
    private const string KeyName = "app";

    private readonly Dictionary<string, SimulatedDevice> _devices = new(StringComparer.Ordinal);

    /// <summary>The app's key on a phone, or null where there is no phone of this name.</summary>
    public ECDsa? FindKey(string name) =>
        _devices.ContainsKey(name) || fixture.DeviceProfiles.Any(profile => profile.Id == name)
            ? Find(name).OpenKey(KeyName)
            : null;

    /// <summary>Lets a phone's platform attest the app.</summary>
    /// <param name="name">The phone, made where there is none of this name and one of this id.</param>
    /// <param name="challenge">The challenge that the attestation includes.</param>
    /// <param name="flaw">What is wrong with it.</param>
    public PlatformAttestation Attest(string name, string challenge, EvidenceFlaw flaw) =>
        Find(name).Attest(KeyName, challenge, flaw);

    /// <summary>Deletes the app's key on a phone, so that its next attestation is of a new key.</summary>
    public void ForgetKey(string name) => Find(name).DeleteKey(KeyName);

    /// <summary>A new phone.</summary>
    /// <param name="name">What the case calls it.</param>
    /// <param name="like">The id of one that it is like.</param>
    /// <param name="change">How it differs from that one.</param>
    public void Make(string name, string like, Func<DeviceProfile, DeviceProfile> change)
    {
        var profile = fixture.Profile(like);
        if (_devices.ContainsKey(name))
        {
            throw new UnusableCaseException($"there is a device '{name}' already");
        }

        _devices.Add(name, SimulatedDevice.Make(change(profile), fixture.Makers, clock));
    }

    public void Dispose()
    {
        foreach (var device in _devices.Values)
        {
            device.Dispose();
        }
    }

    private SimulatedDevice Find(string name)
    {
        if (!_devices.ContainsKey(name))
        {
            Make(name, like: name, change: profile => profile);
        }

        return _devices[name];
    }
}
