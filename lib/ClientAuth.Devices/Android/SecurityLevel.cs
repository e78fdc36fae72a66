namespace ClientAuth.Devices.Android;

/// <summary>Where a key is kept, and what attests it: the values of Android's <c>SecurityLevel</c>.</summary>
public enum SecurityLevel
{
    /// <summary>In the operating system, as on an emulator; the attestation is no better than that system.</summary>
    Software = 0,

    /// <summary>In a part of the main processor that the system does not reach.</summary>
    TrustedEnvironment = 1,

    /// <summary>In a chip of its own.</summary>
    StrongBox = 2,
}
