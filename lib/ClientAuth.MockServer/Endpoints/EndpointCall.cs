using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>One request on its way through an endpoint.</summary>
/// <param name="Incoming">What was sent, and over which connection.</param>
/// <param name="Trace">Where every check leaves its line.</param>
/// <param name="Phases">Where the stretches of time are noted.</param>
internal sealed record EndpointCall(IncomingRequest Incoming, CheckTrace Trace, PhaseTimes Phases)
{
    /// <summary>What a DPoP proof may be signed with, for a challenge to say (RFC 9449 §7.1).</summary>
    public required IReadOnlyList<string> ProofAlgorithms { get; init; }
}
