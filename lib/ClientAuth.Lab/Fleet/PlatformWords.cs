using ClientAuth.Devices;
using ClientAuth.Devices.Android;

namespace ClientAuth.Lab.Fleet;

/// <summary>What a platform says of itself and of the app, in a few words.</summary>
internal static class PlatformWords
{
    private const int ShownOfDigest = 6;

    public static string VouchedFor(DeviceProfile device) =>
        device switch
        {
            { CannotAttest: not null } => "nothing",
            { Android: { } android } =>
                $"{Key(android.SecurityLevel)}, {Boot(android)}, an app signed by {android.SignatureDigest[..ShownOfDigest]}…, {Root(android.Root)}",
            { Apple: { } apple } => $"a key in the Secure Enclave, the app {apple.AppId}",
            _ => "nothing",
        };

    private static string Key(SecurityLevel level) =>
        level switch
        {
            SecurityLevel.StrongBox => "a key in a security chip",
            SecurityLevel.TrustedEnvironment => "a key in a trusted environment",
            _ => "a key in software",
        };

    private static string Boot(AndroidProfile android) =>
        android is { BootState: VerifiedBootState.Verified, BootLoaderLocked: true }
            ? "its maker's system"
            : "a system not verified as its maker's";

    private static string Root(AttestationRoot root) =>
        root switch
        {
            AttestationRoot.Android => "under Android's root",
            AttestationRoot.KeyAttestationCa1 => "under Android's second root",
            AttestationRoot.AndroidSoftware => "under the root of software keys",
            _ => "under an uncertified root",
        };
}
