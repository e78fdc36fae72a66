using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Running;

/// <summary>Holds an answer against what was expected, and against what holds for every answer.</summary>
internal static class AnswerJudge
{
    /// <summary>What is not as expected, in words; none where all is.</summary>
    public static IEnumerable<string> Problems(Expectation expect, JudgedAnswer answer)
    {
        if (expect.Connection is not null)
        {
            return answer.Outcome is WireOutcome.Refused ? [] : [$"expected no answer, saw {Describe(answer)}"];
        }

        if (answer.Response is not { } response)
        {
            return [$"expected an answer, but the connection was refused: {((WireOutcome.Refused)answer.Outcome).Why}"];
        }

        return
        [
            .. Outcome(expect, answer, response),
            .. Headers(expect, answer, response),
            .. ChallengeProblems(answer, response),
            .. ErrorBody.Problems(response),
            .. BodyMembers.Problems(expect, answer, response),
            .. answer.Recorded is { } recorded ? TraceProblems(recorded, answer) : [],
        ];
    }

    /// <summary>Status, error and failing check in one line.</summary>
    public static string Describe(JudgedAnswer answer) =>
        answer.Response is { } response
            ? $"{response.Status} {ErrorBody.ErrorOf(response) ?? "(no error code)"}, failing check {answer.FailingCheck ?? "(none)"}"
            : "a refused connection";

    private static IEnumerable<string> Outcome(Expectation expect, JudgedAnswer answer, RecordedResponse response)
    {
        var right = expect.Issued
            ? response.Status is 200 or 201 or 204 && answer.FailingCheck is null
            : response.Status == expect.Status
                && ErrorBody.ErrorOf(response) == expect.Error
                && answer.FailingCheck == expect.Check;
        if (!right)
        {
            var expected = expect.Issued
                ? "success"
                : $"{expect.Status} {expect.Error ?? "(no error code)"}, failing check {expect.Check ?? "(none)"}";
            yield return $"expected {expected}; saw {Describe(answer)}";
        }
    }

    private static IEnumerable<string> Headers(Expectation expect, JudgedAnswer answer, RecordedResponse response)
    {
        foreach (var (name, value) in expect.Headers ?? new Dictionary<string, string?>())
        {
            var expected = value is null or "*" ? value : answer.Values.Expand(value);
            var seen = response.Header(name);
            if (expected == "*" ? seen is null : seen != expected)
            {
                yield return $"expected the header {name} to be {expected ?? "absent"}; saw {seen ?? "none"}";
            }
        }
    }

    private static IEnumerable<string> TraceProblems(RecordedExchange recorded, JudgedAnswer answer) =>
        TraceSecrecy.Problems(recorded, answer.Secrets).Concat(TraceClarity.Problems(recorded.Trace));

    // Only who tried the Authorization header is challenged, and only with 401 (RFC 6749 §5.2).
    private static IEnumerable<string> ChallengeProblems(JudgedAnswer answer, RecordedResponse response)
    {
        var due = response.Status == 401 && answer.TriedAuthorizationHeader;
        if (EndpointNames.OfForms.Contains(answer.Endpoint) && due != response.Header("WWW-Authenticate") is not null)
        {
            yield return due ? "the header WWW-Authenticate is missing" : "the header WWW-Authenticate must be absent";
        }
    }
}
