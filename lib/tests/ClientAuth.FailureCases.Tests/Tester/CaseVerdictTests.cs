using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Reports;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>Every case of a run stands in one of the lists of its report, and the words say what differs.</summary>
public sealed class CaseVerdictTests
{
    private static readonly FailureCatalogue Catalogue = EmbeddedCatalogue.Read();

    [Fact]
    public void Each_verdict_is_counted_once()
    {
        var strengths = Enum.GetValues<Strength>()
            .Select(strength => Catalogue.Cases.First(one => one.Strength == strength))
            .ToList();
        List<CaseVerdict> cases =
        [
            .. from one in strengths from verdict in Enum.GetValues<ServerVerdict>() select Of(one, verdict),
        ];
        var report = new TestReport("https://server.example", DateTimeOffset.UnixEpoch, 0, [], cases);

        var counted =
            report.Asked.Count(one => !one.IsDifference)
            + report.Failures.Count()
            + report.Choices.Count()
            + report.NotAnswered.Count()
            + report.Cases.Count(one => one.Verdict == ServerVerdict.NotApplicable);
        Assert.Equal(cases.Count, counted);
        Assert.Equal(cases.Count - report.Asked.Count(), Summary.Unasked(report).Sum(reason => reason.Runs));
        Assert.False(report.AllHeld);
    }

    [Fact]
    public void A_right_refusal_with_a_wrong_end_says_so() =>
        Assert.Equal(
            "refused as it must be, but not what came after it",
            Of(Catalogue.Find("S01"), ServerVerdict.OtherwiseAfterwards).Words
        );

    private static CaseVerdict Of(FailureCase one, ServerVerdict verdict) =>
        new(
            Catalogue.Sections.First(section => section.Cases.Contains(one)),
            one,
            one.Methods[0],
            verdict,
            "expected",
            "got",
            "detail"
        );
}
