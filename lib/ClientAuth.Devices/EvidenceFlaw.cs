using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;

namespace ClientAuth.Devices;

/// <summary>
/// A flaw in a device's evidence: a change made before the evidence is signed, so that every signature is still valid. A server
/// must notice those in <see cref="AndroidFlaws"/> and <see cref="AppleFlaws"/>; a lesson can write its own.
/// </summary>
/// <param name="Name">In snake case, as data files name it.</param>
public sealed record EvidenceFlaw(string Name)
{
    /// <summary>Nothing is wrong.</summary>
    public static EvidenceFlaw None { get; } =
        new("none")
        {
            Android = evidence => evidence,
            Attestation = evidence => evidence,
            Assertion = evidence => evidence,
        };

    /// <summary>What it changes of an Android device's evidence; null where it is none of those.</summary>
    public Func<AndroidEvidence, AndroidEvidence>? Android { get; init; }

    /// <summary>What it changes of Apple's word for a new key.</summary>
    public Func<AppleAttestation, AppleAttestation>? Attestation { get; init; }

    /// <summary>What it changes of a later assertion by that key.</summary>
    public Func<AppleAssertion, AppleAssertion>? Assertion { get; init; }

    /// <summary>The flaw of this name, from either list.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static EvidenceFlaw Named(string name)
    {
        var all = AndroidFlaws.All.Concat(AppleFlaws.All).DistinctBy(flaw => flaw.Name).ToList();
        return all.FirstOrDefault(flaw => flaw.Name == name)
            ?? throw new ArgumentException(
                $"'{name}' is no flaw of evidence; there is {string.Join(", ", all.Select(flaw => flaw.Name))}.",
                nameof(name)
            );
    }

    public override string ToString() => Name;

    internal AndroidEvidence ApplyTo(AndroidEvidence evidence) =>
        (Android ?? throw Unfit("Android evidence"))(evidence);

    internal AppleAttestation ApplyTo(AppleAttestation evidence) =>
        (Attestation ?? throw Unfit("an attestation by Apple"))(evidence);

    internal AppleAssertion ApplyTo(AppleAssertion evidence) => (Assertion ?? throw Unfit("an assertion"))(evidence);

    // Evidence without a fault must not pass for evidence with one.
    private ArgumentException Unfit(string kind) => new($"The flaw '{Name}' cannot be made in {kind}.");
}
