using ClientAuth.Client.Haapi;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A step of an app's start, and which request it is there.</summary>
/// <param name="Step">What the app calls it.</param>
/// <param name="At">The endpoint.</param>
/// <param name="Before">How many requests reach that endpoint before: the first of a new app asks for a nonce.</param>
public sealed record FallbackStep(HaapiStep Step, FaultPoint At, int Before = 0)
{
    /// <summary>The steps of an app on a phone that attests itself.</summary>
    public static IReadOnlyList<FallbackStep> OfAttestation { get; } =
    [
        new(HaapiStep.Challenge, FaultPoint.Challenge),
        new(HaapiStep.ClientAttestationToken, FaultPoint.ClientAttestationToken),
        new(HaapiStep.TokenExchange, FaultPoint.Token),
    ];

    /// <summary>The steps of an app that registers its device.</summary>
    public static IReadOnlyList<FallbackStep> OfRegistration { get; } =
    [
        new(HaapiStep.InitialAccessToken, FaultPoint.Token),
        new(HaapiStep.InitialAccessToken, FaultPoint.Token, Before: 1),
        new(HaapiStep.Registration, FaultPoint.Registration),
        new(HaapiStep.DeviceToken, FaultPoint.Token, Before: 2),
    ];

    /// <summary>Has the fault strike exactly this request.</summary>
    public void Script(FaultScript script, Fault fault)
    {
        if (Before > 0)
        {
            // The right answer, not late at all.
            script.Add(At, new Fault.Late(TimeSpan.Zero), Before);
        }

        script.Add(At, fault, times: 1);
    }

    public override string ToString() => $"{Step}, request {Before + 1}";
}
