namespace ClientAuth.MockServer.Options;

/// <summary>Where an Android device keeps a key, as its attestation says (Android, SecurityLevel); each is worth more than the one before.</summary>
public enum SecurityLevel
{
    /// <summary>The operating system, as in an emulator: whoever owns that owns the key.</summary>
    Software = 0,

    /// <summary>A separate system on the same processor.</summary>
    TrustedEnvironment = 1,

    /// <summary>A chip of its own.</summary>
    StrongBox = 2,
}
