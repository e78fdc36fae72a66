using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Timelines;

/// <summary>How a client's wait for a token fills up behind a network: a row for each way to ask, and the lines of the axis one or more round trips apart.</summary>
/// <param name="roundTrip">How long the network takes there and back.</param>
/// <param name="trials">From top to bottom.</param>
/// <param name="claims">Sentences that were held against the trials before.</param>
public sealed class RoundTripChart(
    TimeSpan roundTrip,
    IReadOnlyList<RoundTripTrial> trials,
    params IReadOnlyList<string> claims
) : Chart(Read(roundTrip, trials, claims))
{
    private const double RoomForCounts = 1.75;

    // On a phone more numbers than that would touch.
    private const int MostLines = 10;

    private static readonly IReadOnlyList<string> Phases =
    [
        PhaseNames.BuildCredential,
        PhaseNames.Connect,
        PhaseNames.Handshake,
        RoundTripTrial.RequestAndResponse,
    ];

    private protected override string Summary() =>
        trials.Count == 0
            ? $"{Title}: nothing was tried"
            : string.Join(
                ". ",
                [
                    $"{Title}: {string.Join("; ", trials.Select(trial => $"{trial.Variant}, {Words(trial)}"))}",
                    .. Notes(claims),
                ]
            );

    private static TimelineFigure Read(
        TimeSpan roundTrip,
        IReadOnlyList<RoundTripTrial> trials,
        IReadOnlyList<string> claims
    )
    {
        var step = Numbers.Milliseconds(roundTrip);
        var end = Numbers.Rounded(trials.Select(Took).Append(step).Max() * RoomForCounts);
        return new TimelineFigure(
            $"Round trips of {Numbers.Show(step)} ms",
            "time (ms)",
            "variant",
            "ms",
            [.. Phases.Select((phase, place) => new TimelineSeries(phase, SeriesLook.At(place)))],
            [
                .. trials
                    .Zip(DistinctNames.Of(trials.Select(trial => trial.Variant)))
                    .Select(one => new TimelineRow(
                        one.Second,
                        [.. one.First.Phases.Select(Span)],
                        Mark: null,
                        Words(one.First)
                    )),
            ],
            Moments: [],
            new ValueAxis(0, end) { Step = step > 0 ? step * Math.Ceiling(end / step / MostLines) : null }
        )
        {
            Notes = Notes(claims),
        };
    }

    private static TimelineSpan Span(RecordedPhase phase) =>
        new(Phases.ToList().IndexOf(phase.Name), Started(phase), Ended(phase));

    private static IReadOnlyList<string> Notes(IReadOnlyList<string> claims) =>
        [.. claims.Select(claim => $"✓ asserted: {claim}")];

    private static string Words(RoundTripTrial trial) =>
        $"{Numbers.Show(trial.RoundTrips)} round trip{(trial.RoundTrips == 1 ? "" : "s")}, {Numbers.Significant(Took(trial))} ms";

    private static double Took(RoundTripTrial trial) => trial.Phases.Select(Ended).DefaultIfEmpty(0).Max();

    private static double Started(RecordedPhase phase) => Rounded(phase.Started ?? TimeSpan.Zero);

    private static double Ended(RecordedPhase phase) => Rounded((phase.Started ?? TimeSpan.Zero) + phase.Duration);

    private static double Rounded(TimeSpan span) => Numbers.Rounded(span.TotalMilliseconds);
}
