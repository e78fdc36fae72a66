using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Visuals.Tests.Timelines;

public sealed class AssertionWindowChartTests
{
    private static readonly AssertionWindowChart Chart = new(
        new AssertionWindow(
            TimeSpan.FromSeconds(60),
            TimeSpan.FromSeconds(10),
            [
                new AssertionTrial("A", TimeSpan.FromSeconds(-20), "assertion.iat"),
                new AssertionTrial("B", TimeSpan.FromSeconds(5), null),
                new AssertionTrial("B again", TimeSpan.FromSeconds(30), "assertion.jti_unused"),
            ]
        )
    );

    private static readonly (string?, string?, double, double)[] Stretches =
    [
        ("B: jti remembered", "jti remembered", 5, 70),
        ("accepted by time", "from iat to exp", 0, 60),
        ("accepted by time", "skew: clocks may differ", -10, 0),
        ("accepted by time", "skew: clocks may differ", 60, 70),
    ];

    [Fact]
    public void It_says_the_window_and_what_the_server_answered_when() =>
        Assert.Equal(
            "When the server accepts an assertion: accepted for 60 s from iat to exp, and 10 s before and after; "
                + "A (-20 s) refused by assertion.iat; B (5 s) accepted; B again (30 s) refused by assertion.jti_unused",
            Chart.ToString()
        );

    [Fact]
    public void The_jti_is_remembered_from_the_first_use_until_time_alone_refuses_the_assertion() =>
        Assert.All(TimelineForms.Drawn(Chart), stretches => Assert.Equal(Stretches, stretches.Order()));

    [Fact]
    public void The_plotly_figure_holds_the_same_stretches() =>
        Assert.Equal(Stretches, TimelineForms.OfPlotly(Chart).Order());

    [Fact]
    public void Each_request_is_marked_where_it_was_sent_in_both_forms()
    {
        Assert.All(
            TimelineForms.DrawnMarks(Chart),
            marks => Assert.Equal([("A, at -20 s", -20), ("B, at 5 s", 5), ("B again, at 30 s", 30)], marks)
        );
        Assert.Equal(
            [("A, at -20 s", -20), ("B again, at 30 s", 30), ("B, at 5 s", 5)],
            TimelineForms.PlotlyMarks(Chart).Order()
        );
        string[] named =
        [
            "\u00a0\u00a0✓ accepted",
            "\u00a0\u00a0✕ assertion.iat",
            "iat",
            "exp",
            "seconds after iat (s)",
        ];
        Assert.Empty(named.Except(PlotlyJson.Strings(Chart.ToPlotlyJson())));
    }

    [Fact]
    public void Where_nothing_was_accepted_no_jti_is_remembered()
    {
        var window = new AssertionWindow(TimeSpan.FromSeconds(60), TimeSpan.Zero, []);

        Assert.Null(window.FirstUse);
        Assert.DoesNotContain(
            TimelineForms.OfPlotly(new AssertionWindowChart(window)),
            stretch => stretch.Item2 == "jti remembered"
        );
    }
}
