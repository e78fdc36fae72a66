namespace ClientAuth.Visuals.Charts;

/// <summary>What a device asked a server for until it had a token.</summary>
/// <param name="Device">What the chart calls it.</param>
/// <param name="Purposes">A purpose for each request, in the order of the requests.</param>
public sealed record DeviceRequests(string Device, IReadOnlyList<string> Purposes);
