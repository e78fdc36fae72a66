using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;

namespace ClientAuth.Devices;

/// <summary>A device, and the app on it; one entry of <c>data/devices.json</c>. Change one thing <c>with</c> it to make another.</summary>
public sealed record DeviceProfile
{
    /// <summary>Names the device in data files and lessons.</summary>
    public required string Id { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What the device is an example of, in one sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Why its platform attests no app; null where it does.</summary>
    public string? CannotAttest { get; init; }

    /// <summary>There for an Android device only.</summary>
    public AndroidProfile? Android { get; init; }

    /// <summary>There for an Apple device only.</summary>
    public AppleProfile? Apple { get; init; }

    /// <summary>
    /// What a server makes of it, by the name of its policy: <c>attested</c>, <c>unavailable</c> (nothing is sent), or
    /// <c>rejected:</c> and the check that fails.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Expected { get; init; }
}
