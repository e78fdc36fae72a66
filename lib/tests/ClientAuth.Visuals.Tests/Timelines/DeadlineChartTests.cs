using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Visuals.Tests.Timelines;

public sealed class DeadlineChartTests
{
    private static readonly DeadlineChart Chart = new(
        TimeSpan.FromMilliseconds(250),
        new DeadlineTrial("waits for 50 ms", TimeSpan.FromMilliseconds(52.34), true, "a token"),
        new DeadlineTrial("waits for 2000 ms", TimeSpan.FromMilliseconds(251), false, "gave up: no response")
    );

    private static readonly (string?, string?, double, double)[] Stretches =
    [
        ("waits for 2000 ms", "waited and got none", 0, 251),
        ("waits for 50 ms", "waited and got a token", 0, 52.3),
    ];

    [Fact]
    public void It_says_how_long_the_client_waited_and_what_it_had_then() =>
        Assert.Equal(
            "A client that waits 250 ms at most: waits for 50 ms, after 52.3 ms: a token; "
                + "waits for 2000 ms, after 251 ms: gave up: no response",
            Chart.ToString()
        );

    [Fact]
    public void The_picture_and_the_plotly_figure_hold_the_same_stretches()
    {
        Assert.All(TimelineForms.Drawn(Chart), stretches => Assert.Equal(Stretches, stretches.Order()));
        Assert.Equal(Stretches, TimelineForms.OfPlotly(Chart).Order());
    }

    [Fact]
    public void Without_trials_there_is_an_empty_picture() =>
        Assert.Equal(
            "A client that waits 250 ms at most: nothing was tried",
            new DeadlineChart(TimeSpan.FromMilliseconds(250)).ToString()
        );
}
