using ClientAuth.Client.Haapi;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab.Fleet;

/// <summary>A whole fleet that starts one app: which device takes which path, and why.</summary>
public sealed class FleetPaths
{
    private readonly IReadOnlyList<DevicePath> _paths;
    private readonly RequestPurpose _purpose;

    private FleetPaths(IReadOnlyList<DevicePath> paths, RequestPurpose purpose)
    {
        _paths = paths;
        _purpose = purpose;
    }

    /// <summary>The path of the device of this identifier.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public DevicePath this[string id] =>
        _paths.FirstOrDefault(path => path.Device.Simulated.Profile.Id == id)
        ?? throw new ArgumentException(
            $"There is no device '{id}'; there are: {string.Join(", ", _paths.Select(path => path.Device.Simulated.Profile.Id))}.",
            nameof(id)
        );

    /// <summary>Starts the app on every phone of the lab, one after the other.</summary>
    /// <param name="lab">Its phones, and the server that they meet.</param>
    /// <param name="app">The app as it is configured on a phone.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<FleetPaths> FindAsync(
        Testbed lab,
        Func<LabDevice, HaapiAccessorFactory> app,
        CancellationToken cancellationToken = default
    )
    {
        var purpose = new RequestPurpose(lab.Server.Metadata);
        var start = new AppStart(lab.Server.Exchanges, purpose);
        var paths = new List<DevicePath>();
        foreach (var device in lab.Devices)
        {
            paths.Add(await start.RunAsync(device, app(device), cancellationToken));
        }

        return new FleetPaths(paths, purpose);
    }

    /// <summary>A row for each device.</summary>
    public FleetView View() => new(Rows());

    /// <summary>The devices that take another path than in an earlier start of the fleet.</summary>
    /// <param name="before">The same fleet, started in another way.</param>
    public FleetView ChangedFrom(FleetPaths before) => FleetView.Changes(before.Rows(), Rows());

    /// <summary>What each path costs in requests.</summary>
    public DeviceRequestsChart Chart() =>
        new([.. _paths.Select(path => new DeviceRequests(path.Device.Name, [.. path.Requests.Select(_purpose.Of)]))]);

    /// <summary>Claims that the server made of every device what <c>data/devices.json</c> says it makes of it.</summary>
    /// <param name="policy">The name of the server's policy.</param>
    /// <exception cref="LessonExpectationException">It made something else of one; the message names it.</exception>
    public FleetView MustBeAsExpected(string policy)
    {
        foreach (var path in _paths)
        {
            var expected = path.Device.Simulated.Profile.Expected[policy];
            if (path.Attestation != expected)
            {
                throw new LessonExpectationException(
                    $"{path.Device.Name}: expected {expected} under the policy '{policy}', saw {path.Attestation}."
                );
            }
        }

        return View();
    }

    private FleetRow[] Rows() =>
        [
            .. _paths.Select(path => new FleetRow(path.Device.Name, path.PathName, path.InShort)
            {
                Why = path.Why,
                VouchedFor = PlatformWords.VouchedFor(path.Device.Simulated.Profile),
                FailingCheck = path.FailingCheck,
            }),
        ];
}
