namespace ClientAuth.Devices.Android;

/// <summary>The root of a device's attestation chain.</summary>
public enum AttestationRoot
{
    /// <summary>The platform's first: the device passed its certification, and got its attestation key in the factory.</summary>
    Android,

    /// <summary>
    /// The platform's second, "Key Attestation CA1" of July 2025: the device passed its certification, and gets its attestation keys over the
    /// air, a new one every few weeks. Since April 2026 the first root vouches for no such key any more.
    /// </summary>
    KeyAttestationCa1,

    /// <summary>The emulator's root, whose private key is public: it stands in the emulator's source.</summary>
    AndroidSoftware,

    /// <summary>The root of a maker whose hardware is not certified.</summary>
    Uncertified,
}
