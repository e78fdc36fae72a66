using ClientAuth.MockServer.Tests.Differential.Judges;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>A difference that is meant, as a row of <see cref="ExplainedDifferences"/>.</summary>
/// <param name="Check">The check of the server that makes it, by the name that a trace has.</param>
/// <param name="Section">Where the rule is written.</param>
/// <param name="IsTheServerStricter">Whether the server refuses what the other accepts, or the other way round.</param>
/// <param name="Why">Why that is right.</param>
/// <param name="Fits">Whether a difference is of this kind.</param>
/// <param name="IsOfOpenSslAlone">Whether the platform sees it as the server does.</param>
internal sealed record ExplainedDifference(
    string Check,
    string Section,
    bool IsTheServerStricter,
    string Why,
    Func<Difference, bool> Fits,
    bool IsOfOpenSslAlone = false
)
{
    public bool Explains(Difference difference) =>
        difference.IsTheServerStricter == IsTheServerStricter
        && (!IsTheServerStricter || CheckOf(difference.Ours) == Check)
        && Fits(difference);

    public override string ToString() => $"{Check} ({Section}): {Why}";

    private static string CheckOf(Verdict verdict) => verdict.Reason.Split(':')[0];
}
