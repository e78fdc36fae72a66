using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Steps;

/// <summary>A further phone, like one of <c>data/devices.json</c> but for what is given; requests name it.</summary>
public sealed record DeviceStep : CaseStep
{
    /// <summary>What the case calls it.</summary>
    public required string As { get; init; }

    /// <summary>The id of the phone that it is like.</summary>
    public required string Like { get; init; }

    public string? PackageName { get; init; }

    /// <summary>Base64 SHA-256 of the certificate that the app is signed with.</summary>
    public string? SignatureDigest { get; init; }

    public SecurityLevel? SecurityLevel { get; init; }

    public VerifiedBootState? BootState { get; init; }

    public bool? BootLoaderLocked { get; init; }

    /// <summary>Apple's: team and bundle.</summary>
    public string? AppId { get; init; }

    public AppleEnvironment? Environment { get; init; }

    internal override Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken)
    {
        run.Devices.Make(As, Like, Change);
        return Task.CompletedTask;
    }

    private DeviceProfile Change(DeviceProfile profile)
    {
        // A change that changes nothing would let a sound phone pass for one that is not.
        if ((profile.Android is null && IsForAndroid) || (profile.Apple is null && IsForApple))
        {
            throw new UnusableCaseException(
                $"the device '{As}' is like '{Like}', which is of another platform than a member of this step"
            );
        }

        return profile with
        {
            Android = profile.Android is { } android
                ? android with
                {
                    PackageName = PackageName ?? android.PackageName,
                    SignatureDigest = SignatureDigest ?? android.SignatureDigest,
                    SecurityLevel = SecurityLevel ?? android.SecurityLevel,
                    BootState = BootState ?? android.BootState,
                    BootLoaderLocked = BootLoaderLocked ?? android.BootLoaderLocked,
                }
                : null,
            Apple = profile.Apple is { } apple
                ? apple with
                {
                    AppId = AppId ?? apple.AppId,
                    Environment = Environment ?? apple.Environment,
                }
                : null,
        };
    }

    private bool IsForAndroid =>
        PackageName is not null
        || SignatureDigest is not null
        || SecurityLevel is not null
        || BootState is not null
        || BootLoaderLocked is not null;

    private bool IsForApple => AppId is not null || Environment is not null;
}
