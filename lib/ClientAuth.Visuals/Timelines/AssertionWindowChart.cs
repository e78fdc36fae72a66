using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Timelines;

/// <summary>When an assertion counts: from <c>iat</c> to <c>exp</c>, a little longer on both sides, and how long its <c>jti</c> is remembered.</summary>
public sealed class AssertionWindowChart(AssertionWindow window) : Chart(Read(window))
{
    private const double RoomBefore = 8;
    private const double RoomBehind = 30;

    private protected override string Summary() =>
        $"{Title}: accepted for {Numbers.Significant(Seconds(window.Lifetime))} s from iat to exp, and {Numbers.Significant(Seconds(window.Skew))} s before and after"
        + string.Concat(window.Trials.Select(trial => $"; {trial.What} {Words(trial)}"));

    private static TimelineFigure Read(AssertionWindow window)
    {
        var (lifetime, skew, end) = (Seconds(window.Lifetime), Seconds(window.Skew), Seconds(window.End));
        var moments = window.Trials.Select(trial => Seconds(trial.After)).Append(-skew).Append(end).ToList();
        return new TimelineFigure(
            "When the server accepts an assertion",
            "seconds after iat (s)",
            "sent",
            "s",
            [
                new("from iat to exp", SeriesLook.At(4) with { Hatch = Hatch.None }),
                new("skew: clocks may differ", SeriesLook.At(3) with { Hatch = Hatch.None }),
                new("jti remembered", SeriesLook.At(5) with { Hatch = Hatch.None }),
            ],
            [
                new("accepted by time", [new(1, -skew, 0), new(0, 0, lifetime), new(1, lifetime, end)], null, ""),
                .. window.FirstUse is { } first
                    ?
                    [
                        new TimelineRow(
                            $"{FirstAccepted(window)}: jti remembered",
                            [new(2, Seconds(first), end)],
                            null,
                            ""
                        ),
                    ]
                    : Array.Empty<TimelineRow>(),
                .. window
                    .Trials.Zip(DistinctNames.Of(window.Trials.Select(RowName)))
                    .Select(one => new TimelineRow(
                        one.Second,
                        [],
                        new TimelineMark(Seconds(one.First.After), one.First.FailingCheck is null),
                        one.First.FailingCheck ?? "accepted"
                    )),
            ],
            [new(0, "iat"), new(lifetime, "exp")],
            new ValueAxis(moments.Min() - RoomBefore, moments.Max() + RoomBehind)
        );
    }

    // The bar begins where this one was accepted.
    private static string FirstAccepted(AssertionWindow window) =>
        window.Trials.First(trial => trial.FailingCheck is null && trial.After == window.FirstUse).What;

    private static string RowName(AssertionTrial trial) =>
        $"{trial.What}, at {Numbers.Significant(Seconds(trial.After))} s";

    private static string Words(AssertionTrial trial) =>
        $"({Numbers.Significant(Seconds(trial.After))} s) {(trial.FailingCheck is { } check ? $"refused by {check}" : "accepted")}";

    private static double Seconds(TimeSpan span) => span.TotalSeconds;
}
