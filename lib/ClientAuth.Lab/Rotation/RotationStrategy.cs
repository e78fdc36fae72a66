namespace ClientAuth.Lab.Rotation;

/// <summary>How an operator rotates a credential of a fleet. All cases are nested here, one file each.</summary>
public abstract partial record RotationStrategy
{
    private RotationStrategy() { }

    /// <summary>What an operator would call it.</summary>
    public abstract string Name { get; }

    /// <summary>Secrets: never, at once, with an overlap that is too short, with one that is long enough, and with a forced update.</summary>
    public static IReadOnlyList<RotationStrategy> OfSecrets { get; } =
    [
        new SecretKept(),
        new SecretReplaced(OverlapDays: 0),
        new SecretReplaced(OverlapDays: 30),
        new SecretReplaced(OverlapDays: 60),
        new SecretReplaced(OverlapDays: 7) { ForcesUpdate = true },
    ];

    /// <summary>Certificates and those who issue them.</summary>
    public static IReadOnlyList<RotationStrategy> OfCertificates { get; } =
    [
        new CertificateRenewed(DaysBeforeExpiry: 0),
        new CertificateRenewed(DaysBeforeExpiry: 60),
        new CertificateRevoked(),
        new AuthorityReplaced(DaysBothTrusted: 0),
        new AuthorityReplaced(DaysBothTrusted: 60),
    ];

    /// <summary>The server's key, which apps pin, and keys that sign assertions.</summary>
    public static IReadOnlyList<RotationStrategy> OfKeys { get; } =
    [
        new ServerKeyReplaced(IsBackupPinned: false),
        new ServerKeyReplaced(IsBackupPinned: true),
        new AssertionKeyReplaced(OverlapDays: 0),
        new AssertionKeyReplaced(OverlapDays: 60),
        new AssertionKeyWithdrawn(),
    ];

    public sealed override string ToString() => Name;

    // A learner may type any number.
    private static int InReach(int days, int atMost) =>
        days >= 0 && days <= atMost
            ? days
            : throw new ArgumentOutOfRangeException(nameof(days), days, $"Choose a number of days from 0 to {atMost}.");

    /// <summary>The fleet as it is on the first day, and what the operator will do when.</summary>
    internal abstract Task<(FleetScene Scene, IReadOnlyList<OperatorsStep> Steps)> BeginAsync(
        IReadOnlyList<FleetDevice> devices,
        CancellationToken cancellationToken
    );
}
