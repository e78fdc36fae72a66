namespace ClientAuth.Devices.Android;

/// <summary>Whose root stands above a device's attestation key.</summary>
public enum AttestationRoot
{
    /// <summary>The platform's: the device passed its certification.</summary>
    Android,

    /// <summary>The one that anybody can read in the emulator's source.</summary>
    AndroidSoftware,

    /// <summary>That of a maker whose hardware nobody has certified.</summary>
    Uncertified,
}
