namespace ClientAuth.Devices.Android;

/// <summary>The result of the boot loader's check: the values of Android's <c>VerifiedBootState</c>.</summary>
public enum VerifiedBootState
{
    /// <summary>The maker's system, whole.</summary>
    Verified = 0,

    /// <summary>A system that somebody else signed, whole.</summary>
    SelfSigned = 1,

    /// <summary>Nothing was checked: the boot loader is unlocked.</summary>
    Unverified = 2,

    /// <summary>Checked, and not whole.</summary>
    Failed = 3,
}
