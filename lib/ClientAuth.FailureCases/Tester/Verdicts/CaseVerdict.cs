using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Judging;

namespace ClientAuth.FailureCases.Tester.Verdicts;

/// <summary>What the tester says of a case that the client of one method sent.</summary>
/// <param name="Section">The section of the catalogue.</param>
/// <param name="Case">The case.</param>
/// <param name="Method">The method whose client sent it.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Expected">The expected answer, in a few words.</param>
/// <param name="Got">The answer of the server; empty where nothing was sent.</param>
/// <param name="Detail">What is other than expected, or why the case is not applicable; null where all held.</param>
internal sealed record CaseVerdict(
    CaseSection Section,
    FailureCase Case,
    string Method,
    ServerVerdict Verdict,
    string Expected,
    string Got,
    string? Detail
)
{
    /// <summary>Whether a specification settles the case, so that another answer is a failure: a must, or a positive control.</summary>
    public bool IsSettled => Case.Strength is Strength.Must or Strength.Control;

    public bool IsFailure => IsSettled && IsDifference;

    /// <summary>Whether the server has answered it.</summary>
    public bool IsAsked => Verdict is not (ServerVerdict.NotApplicable or ServerVerdict.NotAnswered);

    /// <summary>Whether the answer is another than expected, whatever demands it.</summary>
    public bool IsDifference => IsAsked && Verdict != ServerVerdict.Held;

    /// <summary>The verdict in words.</summary>
    public string Words =>
        (Verdict, Case.Strength) switch
        {
            (ServerVerdict.NotApplicable, _) => "not applicable",
            (ServerVerdict.NotAnswered, _) => "not answered",
            (ServerVerdict.Held, var strength) => HeldWords(Case.Expect, strength),
            (ServerVerdict.Accepted, Strength.Should) => "accepted though it should not be",
            (ServerVerdict.Accepted, Strength.Policy) => "accepted, a policy: this project's server refuses",
            (ServerVerdict.Accepted, _) => "accepted though it must not be",
            (ServerVerdict.Refused, Strength.Should) => "refused though it should be accepted",
            (ServerVerdict.Refused, Strength.Policy) => "refused, a policy: this project's server accepts",
            (ServerVerdict.Refused, _) => "refused though it must be accepted",
            (ServerVerdict.OtherwiseAfterwards, Strength.Policy) =>
                $"{HeldWords(Case.Expect, Case.Strength)}; what came after it was answered otherwise",
            (ServerVerdict.OtherwiseAfterwards, _) =>
                $"{HeldWords(Case.Expect, Case.Strength)}, but not what came after it",
            (ServerVerdict.AnotherError, Strength.Policy) => "another error than this project's server gives",
            (ServerVerdict.AnotherError, _) => "another error than the specification asks",
            (_, Strength.Policy) => "another answer than this project's server gives",
            _ => "another answer than the specification asks",
        };

    public override string ToString() => $"{Case.Id} {Method}: {Words}";

    private static string HeldWords(Expectation expect, Strength strength)
    {
        var what =
            expect.Issued ? "accepted"
            : expect.Status is < 400 ? "answered"
            : "refused";
        return strength switch
        {
            Strength.Should => $"{what} as it should be",
            Strength.Policy => $"{what}, as this project's server does",
            _ => $"{what} as it must be",
        };
    }
}
