using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Timelines;

/// <summary>One way to ask for a token over a network, and what the time went into.</summary>
/// <param name="Variant">What it is called.</param>
/// <param name="RoundTrips">How often something had to travel to the other side and back before it could go on.</param>
/// <param name="Phases">One after the other; each begins so long after the client began.</param>
public sealed record RoundTripTrial(string Variant, int RoundTrips, IReadOnlyList<RecordedPhase> Phases)
{
    /// <summary>The phase from the request's first byte on its way to the response's last; the others are those of <see cref="PhaseNames"/>.</summary>
    public const string RequestAndResponse = "request and response";
}
