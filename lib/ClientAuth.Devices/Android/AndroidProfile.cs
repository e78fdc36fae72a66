namespace ClientAuth.Devices.Android;

/// <summary>The properties of an Android device and of the app on it, as its attestation states them.</summary>
public sealed record AndroidProfile
{
    /// <summary>The app's package name, for example <c>com.example.mobileapp</c>.</summary>
    public required string PackageName { get; init; }

    /// <summary>The app's <c>versionCode</c>.</summary>
    public required int AppVersion { get; init; }

    /// <summary>Base64 SHA-256 of the certificate that the app is signed with.</summary>
    public required string SignatureDigest { get; init; }

    /// <summary>Where the device keeps its keys.</summary>
    public required SecurityLevel SecurityLevel { get; init; }

    /// <summary>The root of its attestation chain.</summary>
    public required AttestationRoot Root { get; init; }

    /// <summary>What is published of the certificate of its attestation key; null where nothing is.</summary>
    public ChainStatus? ChainStatus { get; init; }

    /// <summary>What the boot loader found when it checked the system.</summary>
    public required VerifiedBootState BootState { get; init; }

    /// <summary>Whether only the maker's systems can be installed.</summary>
    public required bool BootLoaderLocked { get; init; }

    /// <summary><c>150000</c> for Android 15.</summary>
    public required int OsVersion { get; init; }

    /// <summary>Year and month: <c>202610</c>.</summary>
    public required int OsPatchLevel { get; init; }
}
