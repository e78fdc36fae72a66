using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Timelines;

/// <summary>What late, slow and cut responses do to a client with a deadline: how long it waited, and what it had then.</summary>
public sealed class DeadlineChart(TimeSpan deadline, params IReadOnlyList<DeadlineTrial> trials)
    : Chart(Read(deadline, trials))
{
    private const double RoomForOutcomes = 2.1;

    private protected override string Summary() =>
        trials.Count == 0
            ? $"{Title}: nothing was tried"
            : $"{Title}: {string.Join("; ", trials.Select(trial => $"{trial.Server}, after {Numbers.Show(Milliseconds(trial.Took))} ms: {trial.Outcome}"))}";

    private static TimelineFigure Read(TimeSpan deadline, IReadOnlyList<DeadlineTrial> trials) =>
        new(
            $"A client that waits {Numbers.Show(Milliseconds(deadline))} ms at most",
            "time since the request (ms)",
            "the server",
            "ms",
            [
                new("waited and got a token", SeriesLook.At(4) with { Hatch = Hatch.None }),
                new("waited and got none", SeriesLook.At(0)),
            ],
            [
                .. trials
                    .Zip(DistinctNames.Of(trials.Select(trial => trial.Server)))
                    .Select(one => new TimelineRow(
                        one.Second,
                        [new TimelineSpan(one.First.HasToken ? 0 : 1, 0, Milliseconds(one.First.Took))],
                        new TimelineMark(Milliseconds(one.First.Took), one.First.HasToken),
                        one.First.Outcome
                    )),
            ],
            [new TimelineMoment(Milliseconds(deadline), "deadline")],
            new ValueAxis(
                0,
                Numbers.Rounded(
                    trials.Select(trial => Milliseconds(trial.Took)).Append(Milliseconds(deadline)).Max()
                        * RoomForOutcomes
                )
            )
        );

    private static double Milliseconds(TimeSpan span) => Numbers.Rounded(span.TotalMilliseconds);
}
