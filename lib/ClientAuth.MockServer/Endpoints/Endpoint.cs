using System.Diagnostics;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Answers the requests of one path. One file per endpoint.</summary>
internal abstract class Endpoint
{
    /// <summary>Whose endpoint it is.</summary>
    public virtual Participant Receiver => Participant.AuthorizationServer;

    /// <summary>Whether it looks clients up: then the node first asks what other nodes have registered.</summary>
    public virtual bool KnowsClients => true;

    /// <summary>The whole response; every check on the way leaves its line in the call's trace.</summary>
    public abstract Task<RecordedResponse> RespondAsync(EndpointCall call, CancellationToken cancellationToken);
}

/// <summary>One request on its way through an endpoint.</summary>
/// <param name="Incoming">What was sent, and over which connection.</param>
/// <param name="Trace">Where every check leaves its line.</param>
/// <param name="Phases">Where the stretches of time are noted.</param>
internal sealed record EndpointCall(IncomingRequest Incoming, CheckTrace Trace, PhaseTimes Phases)
{
    /// <summary>What a DPoP proof may be signed with, for a challenge to say (RFC 9449 §7.1).</summary>
    public required IReadOnlyList<string> ProofAlgorithms { get; init; }
}

/// <summary>How long the stretches of one exchange took, on the monotonic clock.</summary>
internal sealed class PhaseTimes
{
    private readonly List<RecordedPhase> _phases = [];

    public void Add(RecordedPhase phase) => _phases.Add(phase);

    public void AddSince(string name, long started) =>
        Add(RecordedPhase.Between(name, started, Stopwatch.GetTimestamp()));

    public T Measure<T>(string name, Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            AddSince(name, started);
        }
    }

    public async ValueTask<T> MeasureAsync<T>(string name, Func<ValueTask<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await work();
        }
        finally
        {
            AddSince(name, started);
        }
    }

    public IReadOnlyList<RecordedPhase> ToList() => [.. _phases];
}
