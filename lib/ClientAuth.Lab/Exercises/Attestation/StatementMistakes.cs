using ClientAuth.Visuals.Attestation;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>Wrong answers to the first exercise of lesson 14: what is often forgotten when an Android key description is judged.</summary>
internal static class StatementMistakes
{
    private const AndroidSecurityLevel Least = AndroidSecurityLevel.TrustedEnvironment;

    /// <summary>Forgets nothing.</summary>
    public static string ByPolicy(AndroidKeyDescription says, string challenge)
    {
        var app = says.SoftwareEnforced.ApplicationId;
        return says switch
        {
            _ when says.AttestationChallenge != challenge => "challenge",
            _ when says.AttestationSecurityLevel < Least || says.KeyMintSecurityLevel < Least => "security_level",
            _ when says.HardwareEnforced.RootOfTrust
                    is not { DeviceLocked: true, VerifiedBootState: AndroidBootState.Verified } => "boot_state",
            _ when app?.Packages is not [{ Name: DeviceStatement.Package }] => "package",
            _ when app.SignatureDigests is not [DeviceStatement.Digest] => "signature_digest",
            _ => "accept",
        };
    }

    /// <summary>Accepts what is refused for this reason.</summary>
    public static string Without(string reason, AndroidKeyDescription says, string challenge) =>
        ByPolicy(says, challenge) is var verdict && verdict == reason ? "accept" : verdict;

    /// <summary>The statement with those of its digests alone that somebody looks at.</summary>
    public static AndroidKeyDescription LookingAt(
        AndroidKeyDescription says,
        Func<IReadOnlyList<string>, IEnumerable<string>> digests
    ) =>
        says.SoftwareEnforced.ApplicationId is { } app
            ? says with
            {
                SoftwareEnforced = says.SoftwareEnforced with
                {
                    ApplicationId = app with { SignatureDigests = [.. digests(app.SignatureDigests)] },
                },
            }
            : says;

    /// <summary>The statement of a device that had started so; nothing changes where the hardware says nothing of the start.</summary>
    public static AndroidKeyDescription StartingAs(
        AndroidKeyDescription says,
        bool? locked = null,
        AndroidBootState? state = null
    ) =>
        says.HardwareEnforced.RootOfTrust is { } root
            ? says with
            {
                HardwareEnforced = says.HardwareEnforced with
                {
                    RootOfTrust = root with
                    {
                        DeviceLocked = locked ?? root.DeviceLocked,
                        VerifiedBootState = state ?? root.VerifiedBootState,
                    },
                },
            }
            : says;
}
