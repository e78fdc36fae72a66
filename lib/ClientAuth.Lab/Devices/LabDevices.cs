using System.Collections;
using System.Collections.Concurrent;
using ClientAuth.Credentials;
using ClientAuth.Devices;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Devices;

/// <summary>The phones of a lab: one of each entry of <c>data/devices.json</c>, with the lab's own makers behind them.</summary>
public sealed class LabDevices : IReadOnlyList<LabDevice>, IDisposable
{
    private readonly LabClock _clock;
    private readonly Action<RecordedWork> _onWork;
    private readonly ConcurrentBag<SimulatedDevice> _made = [];
    private readonly IReadOnlyList<LabDevice> _devices;

    internal LabDevices(IReadOnlyList<DeviceProfile> profiles, LabClock clock, Action<RecordedWork> onWork)
    {
        _clock = clock;
        _onWork = onWork;
        Makers = DeviceMakers.Create(clock);
        StatusList = new StatusListCopy(Makers.StatusList, clock);
        _devices = [.. profiles.Select(Make)];
    }

    /// <summary>Whose roots the lab's server trusts.</summary>
    public DeviceMakers Makers { get; }

    /// <summary>What the lab's server knows of attestation keys that are no longer to be believed.</summary>
    public StatusListCopy StatusList { get; }

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

    /// <summary>A further phone of the same kind, with keys of its own and nothing stored. It is not in the list, and ends with the lab.</summary>
    /// <exception cref="ArgumentException">There is none of this identifier; the message lists those there are.</exception>
    public LabDevice Another(string id) => Make(this[id].Simulated.Profile);

    public IEnumerator<LabDevice> GetEnumerator() => _devices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Forgets the phones, with every key and all that they stored.</summary>
    public void Dispose()
    {
        while (_made.TryTake(out var device))
        {
            device.Dispose();
        }

        Makers.Dispose();
    }

    private LabDevice Make(DeviceProfile profile)
    {
        var device = SimulatedDevice.Make(profile, Makers, _clock);
        _made.Add(device);
        return new LabDevice(device, _onWork);
    }
}
