namespace ClientAuth.FailureCases.Fixtures;

/// <summary>What a server requires of a device before it accepts its attestation.</summary>
public enum DevicePolicy
{
    /// <summary>A key in hardware, and the maker's system.</summary>
    Production,

    /// <summary>A key in software and any system are accepted.</summary>
    EmulatorFriendly,

    /// <summary>No app may attest itself.</summary>
    None,
}
