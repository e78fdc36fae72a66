using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>Whether a key is kept where the policy wants it, on a device that has started what the policy wants (Android, KeyDescription).</summary>
internal static class AndroidPolicyChecks
{
    private const int MadeOnTheDevice = 0;
    private const int Sign = 2;
    private const int Verify = 3;
    private const int EllipticCurve = 3;
    private const string NotEnforced = "no entry enforced at the security level of the policy";

    public static bool Check(KeyDescription description, AttestationPolicy policy, CheckTrace trace) =>
        CheckLevel(description, policy, trace)
        && CheckOrigin(description, policy, trace)
        && CheckPurpose(description, policy, trace)
        && CheckAlgorithm(description, policy, trace)
        && CheckApplications(description, trace)
        && CheckBoot(description, policy, trace);

    // Both: software could say of a key in software that it is in hardware.
    private static bool CheckLevel(KeyDescription description, AttestationPolicy policy, CheckTrace trace) =>
        trace.Check(
            Rules.AndroidKeySecurityLevel,
            description.AttestationLevel >= policy.MinimumSecurityLevel
                && description.KeyLevel >= policy.MinimumSecurityLevel,
            $"{policy.MinimumSecurityLevel} or better, by the policy {Quote.Text(policy.Name)}",
            $"attested by {description.AttestationLevel}, kept in {description.KeyLevel}"
        );

    private static bool CheckOrigin(KeyDescription description, AttestationPolicy policy, CheckTrace trace)
    {
        var origin = Enforced<int?>(description, policy, list => list.Origin);
        return trace.Check(
            Rules.AndroidKeyOrigin,
            origin == MadeOnTheDevice,
            $"{MadeOnTheDevice}, made on the device",
            origin is null ? NotEnforced : $"{origin}"
        );
    }

    private static bool CheckPurpose(KeyDescription description, AttestationPolicy policy, CheckTrace trace)
    {
        var purposes = Enforced(description, policy, list => list.Purposes);
        return trace.Check(
            Rules.AndroidKeyPurpose,
            purposes is not null && purposes.Contains(Sign) && purposes.All(purpose => purpose is Sign or Verify),
            $"{Sign}, signing, and at most {Verify}, verifying, beside it",
            purposes is null ? NotEnforced : string.Join(", ", purposes)
        );
    }

    private static bool CheckAlgorithm(KeyDescription description, AttestationPolicy policy, CheckTrace trace)
    {
        var algorithm = Enforced<int?>(description, policy, list => list.Algorithm);
        return trace.Check(
            Rules.AndroidKeyAlgorithm,
            algorithm == EllipticCurve,
            $"{EllipticCurve}, an elliptic curve",
            algorithm is null ? NotEnforced : $"{algorithm}"
        );
    }

    // In neither list, whoever enforces it: the key would say nothing of the app that asked for it.
    private static bool CheckApplications(KeyDescription description, CheckTrace trace)
    {
        var isEveryones = description.Software.IsForAllApplications || description.Hardware.IsForAllApplications;
        return trace.Check(
            Rules.AndroidKeyApplications,
            !isEveryones,
            "a key of one app",
            isEveryones ? "allApplications, a key of every app" : "no allApplications"
        );
    }

    private static bool CheckBoot(KeyDescription description, AttestationPolicy policy, CheckTrace trace)
    {
        if (!policy.VerifyBootState)
        {
            return true;
        }

        var root = Enforced(description, policy, list => list.RootOfTrust);
        return trace.Check(
            Rules.AndroidKeyBootState,
            root is { IsLocked: true, BootState: VerifiedBootState.Verified },
            $"a locked device, {VerifiedBootState.Verified}",
            root is null ? NotEnforced : $"{(root.IsLocked ? "a locked" : "an unlocked")} device, {root.BootState}"
        );
    }

    private static T? Enforced<T>(
        KeyDescription description,
        AttestationPolicy policy,
        Func<AuthorizationList, T?> property
    ) => description.Enforced(policy.MinimumSecurityLevel, property);
}
