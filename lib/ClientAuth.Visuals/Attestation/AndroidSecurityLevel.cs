namespace ClientAuth.Visuals.Attestation;

/// <summary>Where an Android key lives, or a statement about it was made; the numbers are those of Android's <c>SecurityLevel</c>.</summary>
public enum AndroidSecurityLevel
{
    /// <summary>In the operating system. Control of the device includes control of the key.</summary>
    Software = 0,

    /// <summary>In an environment beside the operating system, on the same processor.</summary>
    TrustedEnvironment = 1,

    /// <summary>In a chip of its own.</summary>
    StrongBox = 2,
}
