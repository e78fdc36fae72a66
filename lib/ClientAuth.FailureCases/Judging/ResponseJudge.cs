using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>Compares the responses to a request with what is expected, and with what holds for every response.</summary>
/// <param name="expect">The expected result of the request.</param>
internal sealed class ResponseJudge(Expectation expect)
{
    /// <summary>One of <see cref="EndpointNames"/>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Whether the request had an <c>Authorization</c> header.</summary>
    public required bool TriedAuthorizationHeader { get; init; }

    /// <summary>What must stand in no trace, wherever the request put it.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>What placeholders of the expectation stand for.</summary>
    public required Placeholders Values { get; init; }

    /// <summary>What is not as expected, in words; none where all is.</summary>
    /// <param name="received">One response, or several where the same request was sent several times.</param>
    public IEnumerable<string> Problems(IReadOnlyList<ReceivedResponse> received)
    {
        if (expect.IssuedAmong is not { } count)
        {
            return received.SelectMany(Problems).Distinct();
        }

        var issued = received.Where(one => one.Response?.Status is 200 or 201).ToList();
        var others = received.Except(issued).SelectMany(Problems);
        return issued.Count == count
            ? others.Distinct()
            : [$"expected {count} of {received.Count} to be issued a token; saw {issued.Count}", .. others.Distinct()];
    }

    private IEnumerable<string> Problems(ReceivedResponse received)
    {
        if (expect.Connection is not null)
        {
            return received.Outcome is WireOutcome.Refused ? [] : [$"expected no answer, saw {received}"];
        }

        if (received.Response is not { } response)
        {
            var why = ((WireOutcome.Refused)received.Outcome).Why;
            return [$"expected an answer, but the connection was refused: {why}"];
        }

        return
        [
            .. OutcomeProblems(received, response),
            .. HeaderProblems(response),
            .. ChallengeProblems(response),
            .. ErrorBody.Problems(response),
            .. BodyMembers.Problems(expect, Endpoint, Values, response),
            .. received.Recorded is { } recorded ? TraceProblems(recorded) : [],
        ];
    }

    private IEnumerable<string> OutcomeProblems(ReceivedResponse received, RecordedResponse response)
    {
        var right = expect.Issued
            ? response.Status is 200 or 201 or 204 && received.FailingCheck is null
            : response.Status == expect.Status
                && ErrorBody.ErrorOf(response) == expect.Error
                && received.FailingCheck == expect.Check;
        if (!right)
        {
            var expected = expect.Issued
                ? "success"
                : $"{expect.Status} {expect.Error ?? "(no error code)"}, failing check {expect.Check ?? "(none)"}";
            yield return $"expected {expected}; saw {received}";
        }
    }

    private IEnumerable<string> HeaderProblems(RecordedResponse response)
    {
        foreach (var (name, value) in expect.Headers ?? new Dictionary<string, string?>())
        {
            var expected = value is null or "*" ? value : Values.Expand(value);
            var seen = response.Header(name);
            if (expected == "*" ? seen is null : seen != expected)
            {
                yield return $"expected the header {name} to be {expected ?? "absent"}; saw {seen ?? "none"}";
            }
        }
    }

    // A client is challenged only if it tried the Authorization header, and only with 401 (RFC 6749 §5.2).
    private IEnumerable<string> ChallengeProblems(RecordedResponse response)
    {
        var due = response.Status == 401 && TriedAuthorizationHeader;
        if (EndpointNames.OfForms.Contains(Endpoint) && due != response.Header("WWW-Authenticate") is not null)
        {
            yield return due ? "the header WWW-Authenticate is missing" : "the header WWW-Authenticate must be absent";
        }
    }

    private IEnumerable<string> TraceProblems(RecordedExchange recorded) =>
        TraceSecrecy.Problems(recorded, Secrets).Concat(TraceClarity.Problems(recorded.Trace));
}
