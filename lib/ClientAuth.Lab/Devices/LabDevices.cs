using System.Collections;
using ClientAuth.Credentials;
using ClientAuth.Devices;

namespace ClientAuth.Lab.Devices;

/// <summary>The phones of a lab: one of each entry of <c>data/devices.json</c>, with the lab's own makers behind them.</summary>
public sealed class LabDevices : IReadOnlyList<LabDevice>, IDisposable
{
    private readonly IReadOnlyList<LabDevice> _devices;

    internal LabDevices(IReadOnlyList<DeviceProfile> profiles, LabClock clock)
    {
        Makers = DeviceMakers.Create(clock);
        _devices = [.. profiles.Select(profile => new LabDevice(SimulatedDevice.Make(profile, Makers, clock)))];
    }

    /// <summary>Whose roots the lab's server trusts.</summary>
    public DeviceMakers Makers { get; }

    public int Count => _devices.Count;

    public LabDevice this[int index] => _devices[index];

    /// <summary>The phone of this identifier.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public LabDevice this[string id] =>
        _devices.FirstOrDefault(device => device.Simulated.Profile.Id == id)
        ?? throw new ArgumentException(
            $"There is no device '{id}'; there are: {string.Join(", ", _devices.Select(device => device.Simulated.Profile.Id))}.",
            nameof(id)
        );

    public IEnumerator<LabDevice> GetEnumerator() => _devices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Forgets the phones, with every key and all that they stored.</summary>
    public void Dispose()
    {
        foreach (var device in _devices)
        {
            device.Simulated.Dispose();
        }

        Makers.Dispose();
    }
}
