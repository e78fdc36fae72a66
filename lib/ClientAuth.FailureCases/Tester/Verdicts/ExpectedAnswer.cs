using System.Globalization;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>An expectation in a few words, without the name of a check: those are this project's server's own.</summary>
internal static class ExpectedAnswer
{
    public static string Words(Expectation expect, string endpoint)
    {
        var one = expect switch
        {
            { Issued: true } when endpoint == EndpointNames.Token => "token",
            { Issued: true } => "success",
            { Connection: not null } => "refused connection",
            { Status: { } status } => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{status} {(DemandsError(status) ? Codes(expect) : null)}"
                )
                .TrimEnd(),
            _ => "refusal",
        };
        return expect.IssuedAmong is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"{count} token, else {one}")
            : one;
    }

    private static string Codes(Expectation expect) =>
        string.Join(" or ", (expect.OtherErrors ?? []).Prepend(expect.Error ?? ""));

    /// <summary>Whether a specification of OAuth settles the error code beside a status: with others, it is HTTP that speaks.</summary>
    public static bool DemandsError(int status) => status is 400 or 401;
}
