using System.Text.RegularExpressions;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;

namespace ClientAuth.Devices;

/// <summary>The rules that the profile of one device must satisfy, beyond the shape of its JSON.</summary>
internal static partial class DeviceProfileRules
{
    private static readonly string[] Policies = ["production", "emulator-friendly"];

    /// <summary>The first rule that the device breaks, as a clause that names the field; null where it breaks none.</summary>
    public static string? ProblemOf(DeviceProfile device) =>
        device switch
        {
            { Id: "" } => "id is empty",
            { Name: "" } => "name is empty",
            { Why: "" } => "why is empty",
            { CannotAttest: "" } => "cannot_attest is empty; say why, or leave it out",
            { Android: null, Apple: null } => "neither android nor apple is there; a device is one of them",
            { Android: not null, Apple: not null } => "android and apple are both there; a device is one of them",
            _ => ProblemOf(device.Android) ?? ProblemOf(device.Apple),
        };

    private static string? ProblemOf(AndroidProfile? android) =>
        android switch
        {
            null => null,
            { PackageName: "" } => "android.package_name is empty",
            _ when !IsSha256(android.SignatureDigest) =>
                $"android.signature_digest '{android.SignatureDigest}' is no Base64 of 32 bytes (SHA-256 of the certificate that signed the app)",
            { BootState: VerifiedBootState.Verified, BootLoaderLocked: false } =>
                "android.boot_loader_locked is false, yet boot_state is verified; an unlocked boot loader verifies nothing",
            { Root: AttestationRoot.KeyAttestationCa1, SecurityLevel: SecurityLevel.Software } =>
                "android.root is key_attestation_ca1, which vouches for hardware only; set security_level to trusted_environment or strong_box",
            { Root: AttestationRoot.AndroidSoftware, SecurityLevel: not SecurityLevel.Software } =>
                "android.root is android_software, which vouches for keys in software only; set security_level to software",
            _ => null,
        };

    private static string? ProblemOf(AppleProfile? apple) =>
        apple switch
        {
            null => null,
            _ when !AppId().IsMatch(apple.AppId) =>
                $"apple.app_id '{apple.AppId}' is no app id; write the team's ten characters, a dot, the bundle's identifier",
            { Extensions.BundleVersion: "" } => "apple.extensions.bundle_version is empty",
            _ => null,
        };

    /// <summary>The same of what servers are expected to make of it, which only an entry of a file must say.</summary>
    public static string? ProblemOfExpected(DeviceProfile device)
    {
        if (device.Expected.Keys.Except(Policies).FirstOrDefault() is { } unknown)
        {
            return $"expected.{unknown} is no policy; there is {string.Join(", ", Policies)}";
        }

        foreach (var policy in Policies)
        {
            if (!device.Expected.TryGetValue(policy, out var outcome))
            {
                return $"expected.{policy} is missing";
            }

            if (outcome is null || !Outcome().IsMatch(outcome))
            {
                return $"expected.{policy} '{outcome}' is none of attested, unavailable, rejected:<check>";
            }

            if ((outcome == "unavailable") != (device.CannotAttest is not null))
            {
                return $"expected.{policy} '{outcome}' does not go with cannot_attest; a device that cannot attest is unavailable, and no other";
            }
        }

        return null;
    }

    private static bool IsSha256(string digest) =>
        Convert.TryFromBase64String(digest, new byte[64], out var length) && length == 32;

    [GeneratedRegex(@"\A[A-Z0-9]{10}\.[A-Za-z0-9.-]+\z")]
    private static partial Regex AppId();

    [GeneratedRegex(@"\A(attested|unavailable|rejected:[a-z_]+(\.[a-z_]+)+)\z")]
    private static partial Regex Outcome();
}
