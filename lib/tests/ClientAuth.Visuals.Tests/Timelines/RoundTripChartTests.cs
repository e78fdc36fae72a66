using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Measurements;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Visuals.Tests.Timelines;

public sealed class RoundTripChartTests
{
    private static readonly RoundTripChart RoundTrips = new(
        TimeSpan.FromMilliseconds(50),
        [
            new RoundTripTrial(
                "new connection",
                3,
                [
                    Phase(PhaseNames.BuildCredential, 0, 1),
                    Phase(PhaseNames.Connect, 1, 50),
                    Phase(PhaseNames.Handshake, 51, 53),
                    Phase(RoundTripTrial.RequestAndResponse, 104, 52.4),
                ]
            ),
            new RoundTripTrial("open connection", 1, [Phase(RoundTripTrial.RequestAndResponse, 0, 51.26)]),
        ],
        "an open connection takes 1 round trip"
    );

    private static readonly (string?, string?, double, double)[] Stretches =
    [
        ("new connection", "build credential", 0, 1),
        ("new connection", "connect", 1, 51),
        ("new connection", "handshake", 51, 104),
        ("new connection", "request and response", 104, 156),
        ("open connection", "request and response", 0, 51.3),
    ];

    [Fact]
    public void It_says_how_many_round_trips_each_took_and_what_was_asserted() =>
        Assert.Equal(
            "Round trips of 50 ms: new connection, 3 round trips, 156 ms; open connection, 1 round trip, 51.3 ms. "
                + "✓ asserted: an open connection takes 1 round trip",
            RoundTrips.ToString()
        );

    [Fact]
    public void The_picture_and_the_plotly_figure_hold_the_same_stretches()
    {
        Assert.All(TimelineForms.Drawn(RoundTrips), stretches => Assert.Equal(Stretches, stretches.Order()));
        Assert.Equal(Stretches, TimelineForms.OfPlotly(RoundTrips).Order());
    }

    [Fact]
    public void The_lines_of_the_axis_are_a_round_trip_apart()
    {
        Assert.Contains(">250</text>", RoundTrips.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("\"dtick\":50", RoundTrips.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "\"dtick\":16")]
    [InlineData(10, "\"dtick\":20")]
    [InlineData(50, "\"dtick\":50")]
    [InlineData(200, "\"dtick\":200")]
    public void Where_round_trips_are_short_the_lines_are_some_of_them_apart(double roundTrip, string expected) =>
        Assert.Contains(
            expected,
            new RoundTripChart(
                TimeSpan.FromMilliseconds(roundTrip),
                [new RoundTripTrial("a", 1, [Phase(PhaseNames.Connect, 0, 90)])]
            ).ToPlotlyJson(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_round_trip_the_axis_has_round_numbers() =>
        Assert.DoesNotContain(
            "dtick",
            new RoundTripChart(
                TimeSpan.Zero,
                [new RoundTripTrial("a", 1, [Phase(PhaseNames.Connect, 0, 90)])]
            ).ToPlotlyJson(),
            StringComparison.Ordinal
        );

    [Fact]
    public void It_uses_no_attribute_of_plotly_that_other_charts_do_not()
    {
        Chart[] others =
        [
            new DeadlineChart(
                TimeSpan.FromSeconds(1),
                new DeadlineTrial("s", TimeSpan.FromMilliseconds(2), true, "a token")
            ),
            new MeasurementChart("t", TimeUnit.Millisecond, AxisScale.Linear, [new Measurement("m", "", [1, 2])]),
            new RequestTimingChart(new MethodTiming("m", [.. PhaseOrder.Known.Select(name => Phase(name, 0, 1))])),
        ];

        Assert.Empty(
            PlotlyJson
                .Paths(RoundTrips.ToPlotlyJson())
                .Except(others.SelectMany(o => PlotlyJson.Paths(o.ToPlotlyJson())))
        );
    }

    [Fact]
    public void Without_trials_there_is_an_empty_picture() =>
        Assert.Equal(
            "Round trips of 50 ms: nothing was tried",
            new RoundTripChart(TimeSpan.FromMilliseconds(50), []).ToString()
        );

    private static RecordedPhase Phase(string name, double started, double milliseconds) =>
        new(name, TimeSpan.FromMilliseconds(milliseconds)) { Started = TimeSpan.FromMilliseconds(started) };
}
