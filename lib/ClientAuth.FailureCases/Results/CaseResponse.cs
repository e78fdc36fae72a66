using System.Globalization;
using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Running;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Results;

/// <summary>The response of a server to the request of a case, without what differs from run to run.</summary>
public sealed record CaseResponse
{
    /// <summary>HTTP status; null where the connection was refused.</summary>
    public int? Status { get; init; }

    /// <summary>The code in the JSON error body; null where there is none.</summary>
    public string? Error { get; init; }

    /// <summary>The scheme of <c>WWW-Authenticate</c>; null where the response has no such header.</summary>
    public string? Challenge { get; init; }

    /// <summary>The check that failed in the decision trace; null where none did.</summary>
    public string? Check { get; init; }

    /// <summary>How many checks passed; 0 for those that lost a race, since one loses early and another late.</summary>
    public int Passed { get; init; }

    /// <summary>How often, of several requests of one case; null for once.</summary>
    public int? Times { get; init; }

    [JsonIgnore]
    public bool IsSuccess => Status is >= 200 and < 300 && Check is null;

    /// <summary>The responses to the request of a run, equal ones once, in an order that no race changes. None where nothing was sent.</summary>
    public static IReadOnlyList<CaseResponse> AllOf(CaseResult result) =>
        [
            .. result
                .Exchanges.Where(exchange => exchange.Label == CaseExchange.Sent)
                .Select(Of)
                .Select(response =>
                    result.Case.Expect.IssuedAmong is null || response.IsSuccess
                        ? response
                        : response with
                        {
                            Passed = 0,
                        }
                )
                .GroupBy(response => response)
                .OrderBy(group => group.Key.Status ?? 0)
                .ThenBy(group => group.Key.Error, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Check, StringComparer.Ordinal)
                .Select(group => group.Count() == 1 ? group.Key : group.Key with { Times = group.Count() }),
        ];

    /// <summary>What the client is told: <c>401 invalid_client</c>, <c>200</c>, <c>connection refused</c>.</summary>
    [JsonIgnore]
    public string OnTheWire =>
        Status is not { } status
            ? "connection refused"
            : string.Create(CultureInfo.InvariantCulture, $"{status} {Error}").TrimEnd();

    /// <summary>The same with how often, where it was several times: <c>9 × 401 invalid_client</c>.</summary>
    [JsonIgnore]
    public string Counted =>
        Times is { } times ? string.Create(CultureInfo.InvariantCulture, $"{times} × {OnTheWire}") : OnTheWire;

    /// <summary>All of it in one line.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            new[]
            {
                Counted,
                Challenge is null ? null : $"challenge {Challenge}",
                Check is null ? null : $"failing {Check}",
                string.Create(CultureInfo.InvariantCulture, $"{Passed} passed"),
            }.OfType<string>()
        );

    private static CaseResponse Of(CaseExchange exchange) =>
        new()
        {
            Status = exchange.Response?.Status,
            Error = exchange.Response is { } response ? ErrorBody.ErrorOf(response) : null,
            Challenge = exchange.Response?.Header("WWW-Authenticate")?.Split(' ')[0],
            Check = exchange.Recorded?.Trace.Failure?.Check,
            Passed = exchange.Recorded?.Trace.Decisions.Count(decision => decision.Verdict == Verdict.Passed) ?? 0,
        };
}
