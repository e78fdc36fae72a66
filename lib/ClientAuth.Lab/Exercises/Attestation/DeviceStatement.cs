using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>What Android devices say in the exercise of lesson 14: the truth about the lab's app, but for one part.</summary>
internal static class DeviceStatement
{
    // As data/devices.json has them, and the lesson shows them.
    public const string Package = "com.example.mobileapp";
    public const string Digest = "xK8zzdkE08eIMOm9BG/Wju8dJvXGFNJVM+f5R1CQUXQ=";
    public const string AnothersDigest = "bm90IHlvdXJz";

    private static readonly AndroidRootOfTrust Sound = new()
    {
        DeviceLocked = true,
        VerifiedBootState = AndroidBootState.Verified,
    };

    public static AndroidKeyDescription Genuine { get; } =
        new()
        {
            AttestationVersion = 300,
            AttestationSecurityLevel = AndroidSecurityLevel.TrustedEnvironment,
            KeyMintVersion = 300,
            KeyMintSecurityLevel = AndroidSecurityLevel.TrustedEnvironment,
            AttestationChallenge = "any",
            SoftwareEnforced = new AndroidAuthorizationList { ApplicationId = App(Package, Digest) },
            HardwareEnforced = new AndroidAuthorizationList { RootOfTrust = Sound },
        };

    /// <summary>The hardware is silent about the start, and the system claims that all is well.</summary>
    public static AndroidKeyDescription StartClaimedBySystem { get; } =
        Genuine with
        {
            SoftwareEnforced = Genuine.SoftwareEnforced with { RootOfTrust = Sound },
            HardwareEnforced = new AndroidAuthorizationList(),
        };

    /// <summary>Another app has the same user as the genuine one, and with that its keys.</summary>
    public static AndroidKeyDescription SharingItsUser { get; } =
        Genuine with
        {
            SoftwareEnforced = new AndroidAuthorizationList
            {
                ApplicationId = App(Package, Digest) with { Packages = [(Package, 412), ("com.example.another", 1)] },
            },
        };

    /// <summary>The genuine app, and beside the maker's certificate somebody else's.</summary>
    public static AndroidKeyDescription SignedByTwo { get; } =
        Genuine with
        {
            SoftwareEnforced = new AndroidAuthorizationList
            {
                ApplicationId = App(Package, Digest) with { SignatureDigests = [Digest, AnothersDigest] },
            },
        };

    /// <param name="attestation">Where the statement was made.</param>
    /// <param name="key">Where the key lives.</param>
    public static AndroidKeyDescription Kept(AndroidSecurityLevel attestation, AndroidSecurityLevel key) =>
        Genuine with
        {
            AttestationSecurityLevel = attestation,
            KeyMintSecurityLevel = key,
        };

    public static AndroidKeyDescription Started(bool locked, AndroidBootState state) =>
        Genuine with
        {
            HardwareEnforced = new AndroidAuthorizationList
            {
                RootOfTrust = Sound with { DeviceLocked = locked, VerifiedBootState = state },
            },
        };

    public static AndroidKeyDescription Running(string package = Package, string digest = Digest) =>
        Genuine with
        {
            SoftwareEnforced = new AndroidAuthorizationList { ApplicationId = App(package, digest) },
        };

    private static AndroidApplicationId App(string package, string digest) =>
        new() { Packages = [(package, 412)], SignatureDigests = [digest] };
}
