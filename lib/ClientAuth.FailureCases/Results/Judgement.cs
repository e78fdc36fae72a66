using ClientAuth.FailureCases.Judging;

namespace ClientAuth.FailureCases.Results;

/// <summary>Whether recorded answers are those that a case expects, as far as status, error and failing check go.</summary>
public static class Judgement
{
    public static bool IsAsExpected(Expectation expect, IReadOnlyList<CaseResponse> answers) =>
        expect switch
        {
            { Registration: not null } => answers is [],
            _ when answers is [] => false,
            { Connection: not null } => answers.All(answer => answer.Status is null),
            { IssuedAmong: { } count } => answers.Where(answer => answer.IsSuccess).Sum(Times) == count
                && answers.Where(answer => !answer.IsSuccess).All(answer => IsTheRefusal(expect, answer)),
            { Issued: true } => answers.All(answer => answer.IsSuccess),
            _ => answers.All(answer => IsTheRefusal(expect, answer)),
        };

    private static bool IsTheRefusal(Expectation expect, CaseResponse answer) =>
        answer.Status == expect.Status && answer.Error == expect.Error && answer.Check == expect.Check;

    private static int Times(CaseResponse answer) => answer.Times ?? 1;
}
