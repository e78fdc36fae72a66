using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Options;

/// <summary>What a server asks of a device before it believes what the device says of an app.</summary>
public sealed record AttestationPolicy
{
    /// <summary>What a trace calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Where the certificates of an Android device may end; the machine's own store is never asked.</summary>
    public required X509Certificate2Collection AndroidRoots { get; init; }

    /// <summary>Where the certificates of App Attest may end.</summary>
    public required X509Certificate2Collection AppleRoots { get; init; }

    /// <summary>The least that both the Android key and what attested it must be kept in.</summary>
    public required SecurityLevel MinimumSecurityLevel { get; init; }

    /// <summary>Whether an Android device must be locked and have started the software of its maker.</summary>
    public required bool VerifyBootState { get; init; }

    /// <summary>
    /// Whether no certificate of an Android chain may stand on the revocation status list
    /// (<see cref="AppOptions.AttestationStatus"/>). Attestation keys leak; this is what ends that.
    /// </summary>
    public required bool VerifyRevocation { get; init; }

    /// <summary>Which dates of an Android chain must hold; as Google's own verifier has it by default.</summary>
    public AndroidDates AndroidDates { get; init; } = AndroidDates.AsProvisioned;

    /// <summary>Whether a key of App Attest's development environment is as good as one of production.</summary>
    public required bool AcceptDevelopmentKeys { get; init; }

    /// <summary>For apps that people use: hardware, a locked device with its maker's software, no revoked chain, no development keys.</summary>
    public static AttestationPolicy Production(
        X509Certificate2Collection androidRoots,
        X509Certificate2Collection appleRoots
    ) =>
        new()
        {
            Name = "production",
            AndroidRoots = androidRoots,
            AppleRoots = appleRoots,
            MinimumSecurityLevel = SecurityLevel.TrustedEnvironment,
            VerifyBootState = true,
            VerifyRevocation = true,
            AcceptDevelopmentKeys = false,
        };

    /// <summary>For developers: a key in software will do, whatever the device has started, and development keys too; no revoked chain. It proves little.</summary>
    public static AttestationPolicy EmulatorFriendly(
        X509Certificate2Collection androidRoots,
        X509Certificate2Collection appleRoots
    ) =>
        new()
        {
            Name = "emulator-friendly",
            AndroidRoots = androidRoots,
            AppleRoots = appleRoots,
            MinimumSecurityLevel = SecurityLevel.Software,
            VerifyBootState = false,
            VerifyRevocation = true,
            AcceptDevelopmentKeys = true,
        };
}

/// <summary>
/// Which dates of an Android device's certificates must hold. Those of the attested key's own never say much: the device writes them.
/// </summary>
public enum AndroidDates
{
    /// <summary>
    /// Those of authorities that were provisioned remotely, which are renewed; none of a chain from the factory, which nobody can
    /// renew. So Google's own verifier has it.
    /// </summary>
    AsProvisioned,

    /// <summary>All, the attested key's own and the root's included (RFC 5280 §6.1.3). Honest phones grow too old for it.</summary>
    Every,
}
