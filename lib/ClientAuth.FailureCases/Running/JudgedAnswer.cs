using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Running;

/// <summary>An answer with all that is needed to judge it.</summary>
/// <param name="Outcome">What came back.</param>
/// <param name="Recorded">What the server recorded, or null where it never saw a request.</param>
/// <param name="Endpoint">One of <see cref="EndpointNames"/>.</param>
/// <param name="TriedAuthorizationHeader">Whether the request had one.</param>
/// <param name="Secrets">What must stand in no trace, wherever the request put it.</param>
/// <param name="Values">What placeholders of the expectation stand for.</param>
internal sealed record JudgedAnswer(
    WireOutcome Outcome,
    RecordedExchange? Recorded,
    string Endpoint,
    bool TriedAuthorizationHeader,
    IReadOnlyList<string> Secrets,
    Placeholders Values
)
{
    public RecordedResponse? Response => (Outcome as WireOutcome.Answered)?.Response;

    /// <summary>The name of the check that failed.</summary>
    public string? FailingCheck => Recorded?.Trace.Failure?.Check;
}
