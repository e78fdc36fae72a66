using System.Security.Cryptography;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices;

/// <summary>The flaws that can be made in the evidence of an Android device.</summary>
public static class AndroidFlaws
{
    /// <summary>The key came from outside; somebody else may have it.</summary>
    public static EvidenceFlaw ImportedKey { get; } =
        OfKey("imported_key", list => list with { Origin = KeyOrigin.Imported });

    /// <summary>The platform does not say how the key came to the device.</summary>
    public static EvidenceFlaw NoOrigin { get; } = OfKey("no_origin", list => list with { Origin = null });

    /// <summary>The key is not there to sign.</summary>
    public static EvidenceFlaw NoSigningKey { get; } =
        OfKey("no_signing_key", list => list with { Purposes = [KeyPurpose.Decrypt] });

    /// <summary>The key signs, and decrypts as well.</summary>
    public static EvidenceFlaw SecondPurpose { get; } =
        OfKey("second_purpose", list => list with { Purposes = [KeyPurpose.Sign, KeyPurpose.Decrypt] });

    /// <summary>The key is every app's.</summary>
    public static EvidenceFlaw EveryAppsKey { get; } =
        OfKey("every_apps_key", list => list with { AllApplications = true });

    /// <summary>The platform says that the key is for RSA.</summary>
    public static EvidenceFlaw OtherAlgorithm { get; } = OfKey("other_algorithm", list => list with { Algorithm = 1 });

    /// <summary>The description comes from hardware, the key does not.</summary>
    public static EvidenceFlaw KeyInSoftware { get; } =
        OfDescription(
            "key_in_software",
            description => description with { KeyMintSecurityLevel = SecurityLevel.Software }
        );

    /// <summary>The system and not the hardware says where the key came from.</summary>
    public static EvidenceFlaw HardwareSilent { get; } =
        OfDescription(
            "hardware_silent",
            description =>
                description with
                {
                    SoftwareEnforced = description.HardwareEnforced with
                    {
                        CreationDateTime = description.SoftwareEnforced.CreationDateTime,
                        AttestationApplicationId = description.SoftwareEnforced.AttestationApplicationId,
                    },
                    HardwareEnforced = new AuthorizationList(),
                }
        );

    /// <summary>Nothing is said of how the device was started.</summary>
    public static EvidenceFlaw NoRootOfTrust { get; } =
        OfKey("no_root_of_trust", list => list with { RootOfTrust = null });

    /// <summary>No app is named.</summary>
    public static EvidenceFlaw NoApplicationId { get; } = OfApp("no_application_id", _ => null);

    /// <summary>Another app shares the keys of this one.</summary>
    public static EvidenceFlaw SecondPackage { get; } =
        OfApp(
            "second_package",
            app => app with { Packages = [.. app.Packages, new AttestationPackageInfo("com.example.lookalike", 1)] }
        );

    /// <summary>Somebody else has signed the app, too.</summary>
    public static EvidenceFlaw SecondSignature { get; } =
        OfApp(
            "second_signature",
            app => app with { SignatureDigests = [.. app.SignatureDigests, SHA256.HashData("somebody else's"u8)] }
        );

    /// <summary>Bytes follow the description in its extension.</summary>
    public static EvidenceFlaw TrailingBytes { get; } =
        new("trailing_bytes") { Android = evidence => evidence with { TrailingBytes = new byte[] { 0x05, 0x00 } } };

    /// <summary>Two certificates of the chain describe a key.</summary>
    public static EvidenceFlaw StatementTwice { get; } =
        ChainFlaws.OfChain(
            "statement_twice",
            chain => chain with { Statement = StatementPlace.Leaf | StatementPlace.Intermediate }
        );

    /// <summary>An honestly attested key issues a certificate for another, with a description of its own invention.</summary>
    public static EvidenceFlaw SignedByAttestedKey { get; } =
        ChainFlaws.OfChain("signed_by_attested_key", chain => chain with { SignedByAttestedKey = true });

    public static IReadOnlyList<EvidenceFlaw> All { get; } =
    [
        .. ChainFlaws.All,
        ImportedKey,
        NoOrigin,
        NoSigningKey,
        SecondPurpose,
        EveryAppsKey,
        OtherAlgorithm,
        KeyInSoftware,
        HardwareSilent,
        NoRootOfTrust,
        NoApplicationId,
        SecondPackage,
        SecondSignature,
        TrailingBytes,
        StatementTwice,
        SignedByAttestedKey,
    ];

    private static EvidenceFlaw OfDescription(string name, Func<KeyDescription, KeyDescription> change) =>
        new(name) { Android = evidence => evidence with { Description = change(evidence.Description) } };

    private static EvidenceFlaw OfApp(string name, Func<AttestationApplicationId, AttestationApplicationId?> change) =>
        OfDescription(
            name,
            description =>
                description with
                {
                    SoftwareEnforced = description.SoftwareEnforced with
                    {
                        AttestationApplicationId = change(description.SoftwareEnforced.AttestationApplicationId!),
                    },
                }
        );

    private static EvidenceFlaw OfKey(string name, Func<AuthorizationList, AuthorizationList> change) =>
        OfDescription(name, description => description.WithKey(change));
}
