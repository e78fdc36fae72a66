namespace ClientAuth.Visuals.Attestation;

/// <summary>What the boot loader found when it started the operating system; the numbers are those of Android's <c>VerifiedBootState</c>.</summary>
public enum AndroidBootState
{
    /// <summary>The manufacturer's system, unchanged.</summary>
    Verified = 0,

    /// <summary>A system that the owner has signed.</summary>
    SelfSigned = 1,

    /// <summary>An unknown system: the boot loader is unlocked.</summary>
    Unverified = 2,

    /// <summary>The system was changed, and should not have started.</summary>
    Failed = 3,
}
