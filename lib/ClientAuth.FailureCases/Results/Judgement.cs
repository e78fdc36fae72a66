using ClientAuth.FailureCases.Judging;

namespace ClientAuth.FailureCases.Results;

/// <summary>Whether recorded responses are those that a case expects, as far as status, error and failing check go.</summary>
public static class Judgement
{
    public static bool IsAsExpected(Expectation expect, IReadOnlyList<CaseResponse> responses) =>
        expect switch
        {
            { Registration: not null } => responses is [],
            _ when responses is [] => false,
            { Connection: not null } => responses.All(response => response.Status is null),
            { IssuedAmong: { } count } => responses.Where(response => response.IsSuccess).Sum(Times) == count
                && responses.Where(response => !response.IsSuccess).All(response => IsTheRefusal(expect, response)),
            { Issued: true } => responses.All(response => response.IsSuccess),
            _ => responses.All(response => IsTheRefusal(expect, response)),
        };

    private static bool IsTheRefusal(Expectation expect, CaseResponse response) =>
        response.Status == expect.Status && response.Error == expect.Error && response.Check == expect.Check;

    private static int Times(CaseResponse response) => response.Times ?? 1;
}
