namespace ClientAuth.FailureCases;

/// <summary>What a server asks of a device before it believes it.</summary>
public enum DevicePolicy
{
    /// <summary>Hardware, and the maker's system.</summary>
    Production,

    /// <summary>A key in software will do, whatever was started.</summary>
    EmulatorFriendly,

    /// <summary>No app may attest itself.</summary>
    None,
}
