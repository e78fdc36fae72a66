using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>What came back for one request.</summary>
/// <param name="Outcome">What the client saw.</param>
/// <param name="Recorded">What the server recorded, or null where it never saw a request.</param>
internal sealed record ReceivedResponse(WireOutcome Outcome, RecordedExchange? Recorded)
{
    /// <summary>The HTTP response, or null where the connection was refused.</summary>
    public RecordedResponse? Response => (Outcome as WireOutcome.Responded)?.Response;

    /// <summary>The name of the check that failed.</summary>
    public string? FailingCheck => Recorded?.Trace.Failure?.Check;

    /// <summary>Status, error and failing check in one line.</summary>
    public override string ToString() =>
        Response is { } response
            ? $"{response.Status} {ErrorBody.ErrorOf(response) ?? "(no error code)"}, failing check {FailingCheck ?? "(none)"}"
            : "a refused connection";
}
