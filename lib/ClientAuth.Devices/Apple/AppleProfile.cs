namespace ClientAuth.Devices.Apple;

/// <summary>The properties of the app on an Apple device, as its attestation states them.</summary>
public sealed record AppleProfile
{
    /// <summary>The team's ten characters, a dot, the bundle's identifier.</summary>
    public required string AppId { get; init; }

    /// <summary>The environment that App Attest runs in.</summary>
    public required AppleEnvironment Environment { get; init; }

    /// <summary>What it says besides; null before iOS 27.</summary>
    public AppleExtensions? Extensions { get; init; }
}
