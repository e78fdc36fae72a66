using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>How many requests a device needs until it has a token, and what for: a bar for each device, a part for each purpose.</summary>
public sealed class DeviceRequestsChart(params IReadOnlyList<DeviceRequests> devices) : Chart(Read(devices))
{
    private protected override string Summary() =>
        devices.Count == 0
            ? $"{Title}: no device asked"
            : $"{Title}: {string.Join("; ", devices.Select(device => $"{device.Device} {Numbers.Show(device.Purposes.Count)}"))}";

    // In the order in which the devices came to them, so that the parts of a bar are in the order of its requests.
    private static BarFigure Read(IReadOnlyList<DeviceRequests> devices) =>
        new(
            "Requests until the first token",
            "requests",
            "device",
            "requests",
            DistinctNames.Of(devices.Select(device => device.Device)),
            [
                .. devices
                    .SelectMany(device => device.Purposes)
                    .Distinct()
                    .Select((purpose, index) => Series(purpose, index, devices)),
            ]
        );

    private static BarSeries Series(string purpose, int index, IReadOnlyList<DeviceRequests> devices) =>
        new(
            purpose,
            [.. devices.Select(device => (double)device.Purposes.Count(one => one == purpose))],
            SeriesLook.At(index)
        );
}

/// <summary>What a device asked a server for until it had a token.</summary>
/// <param name="Device">What the chart calls it.</param>
/// <param name="Purposes">A purpose for each request, in the order of the requests.</param>
public sealed record DeviceRequests(string Device, IReadOnlyList<string> Purposes);
