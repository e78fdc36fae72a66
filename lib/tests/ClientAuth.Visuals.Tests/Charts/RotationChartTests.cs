using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class RotationChartTests
{
    private const string Outage = "some installs got no token";
    private const string Exposure = "the stolen copy still worked";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RotationEvent[] Events =
    [
        new(50, "copied"),
        new(60, "the theft is found"),
        new(120, "rotation due"),
    ];

    private static readonly RotationChart Chart = new(
        Events,
        new RotationYear("no overlap", [120, 121, 122, 240], [50, 51]),
        new RotationYear("overlap", [], [50, 51, 52])
    );

    [Fact]
    public void Days_in_a_row_are_drawn_as_one_bar_where_they_lie() =>
        Assert.All(
            Drawings(),
            drawing =>
                Assert.Equal(
                    [(Outage, 120, 3), (Outage, 240, 1), (Exposure, 50, 2), (Exposure, 50, 3)],
                    Bars(drawing)
                        .Select(bar =>
                            (
                                (string)bar.Attribute("data-series")!,
                                (int)bar.Attribute("data-from")!,
                                (int)bar.Attribute("data-value")!
                            )
                        )
                )
        );

    [Fact]
    public void The_plotly_figure_holds_the_same_bars()
    {
        var bars =
            from trace in Traces().Where(trace => trace.GetProperty("type").GetString() == "bar")
            from index in Enumerable.Range(0, trace.GetProperty("x").GetArrayLength())
            select (
                trace.GetProperty("name").GetString(),
                trace.GetProperty("base")[index].GetInt32(),
                trace.GetProperty("x")[index].GetInt32()
            );

        Assert.Equal([(Outage, 120, 3), (Outage, 240, 1), (Exposure, 50, 2), (Exposure, 50, 3)], bars);
    }

    [Fact]
    public void Plotly_shows_the_sum_behind_each_lane_and_on_hover_the_days()
    {
        var traces = Traces().ToList();

        Assert.Equal(
            ["\u00a04 days", "\u00a00 days", "\u00a02 days", "\u00a03 days"],
            traces[^1].GetProperty("text").EnumerateArray().Select(text => text.GetString())
        );
        Assert.Equal(
            ["no overlap", "day of the year 120 to 122: 3 days"],
            traces[0].GetProperty("customdata")[0].EnumerateArray().Select(word => word.GetString())
        );
    }

    [Fact]
    public void A_strategy_without_an_outage_keeps_its_row_in_plotly() =>
        Assert.Equal(
            ["no overlap", "overlap"],
            JsonDocument
                .Parse(Chart.ToPlotlyJson())
                .RootElement.GetProperty("layout")
                .GetProperty("yaxis")
                .GetProperty("ticktext")
                .EnumerateArray()
                .Select(name => name.GetString())
        );

    [Fact]
    public void The_summary_counts_the_days() =>
        Assert.Equal(
            "Outage and exposure through the year: no overlap, outage 4 days, exposed 2 days; overlap, outage 0 days, exposed 3 days; "
                + "day 50: copied; day 60: the theft is found; day 120: rotation due",
            Chart.ToString()
        );

    [Fact]
    public void The_table_names_first_and_last_day_of_each_stretch()
    {
        Assert.Contains("4: 120 to 122, 240", Chart.ToHtml());
        Assert.Contains("none", Chart.ToHtml());
    }

    [Fact]
    public void Each_event_is_a_line_at_its_day_in_both_forms_with_the_same_words()
    {
        var (lines, words) = (Traces().ElementAt(2), Traces().ElementAt(3));

        Assert.All(
            Drawings(),
            drawing =>
                Assert.Equal(
                    [50, 60, 120],
                    drawing.Descendants().Select(element => (int?)element.Attribute("data-mark")).OfType<int>()
                )
        );
        Assert.Equal(
            [50, 60, 120],
            lines
                .GetProperty("x")
                .EnumerateArray()
                .Where(x => x.ValueKind == JsonValueKind.Number)
                .Select(x => x.GetInt32())
                .Distinct()
        );
        string[] labels = ["50: copied", "60: the theft is found", "120: rotation due"];
        Assert.Equal(labels, words.GetProperty("text").EnumerateArray().Select(text => text.GetString()!.Trim()));
        Assert.All(Drawings(), drawing => Assert.Equal(labels, Texts(drawing).Where(labels.Contains)));
    }

    [Fact]
    public void The_narrow_drawing_has_as_many_bars_and_a_total_for_each_lane()
    {
        var drawings = Drawings().ToList();
        var totals = drawings.Select(one => Texts(one).Where(text => text.EndsWith(" days", StringComparison.Ordinal)));

        Assert.Equal(2, drawings.Count);
        Assert.Single(drawings.Select(one => Bars(one).Count()).Distinct());
        Assert.All(totals, one => Assert.Equal(["4 days", "2 days", "0 days", "3 days"], one));
    }

    [Fact]
    public void The_words_of_events_that_are_near_stand_below_each_other()
    {
        AxisMark[] marks = [new(0, "a"), new(10, "b"), new(20, "c"), new(40, "d")];

        Assert.Equal([0, 1, 2, 0], AxisMark.Lanes(marks, mark => mark.At, _ => 15));
    }

    [Fact]
    public void Bars_are_in_proportion_to_their_days()
    {
        Assert.All(
            Drawings(),
            drawing =>
            {
                var widths = Bars(drawing).Select(bar => WidthOf(bar) / (int)bar.Attribute("data-value")!).ToList();

                Assert.All(widths, width => Assert.Equal(widths[0], width, tolerance: 0.1));
            }
        );
    }

    [Fact]
    public void Without_strategies_there_is_an_empty_picture()
    {
        var chart = new RotationChart([]);

        HtmlRules.AssertSafe(chart.ToHtml());
        Assert.Equal("Outage and exposure through the year: no strategy was run", chart.ToString());
    }

    /// <summary>The wide one and the narrow one.</summary>
    private static IEnumerable<XElement> Drawings() => HtmlRules.Parse(Chart.ToHtml()).Descendants(Svg + "svg");

    private static IEnumerable<XElement> Bars(XElement drawing) =>
        drawing.Descendants().Where(element => element.Attribute("data-value") is not null);

    private static IEnumerable<string> Texts(XElement drawing) =>
        drawing.Descendants(Svg + "text").Select(text => text.Value);

    private static double WidthOf(XElement bar) =>
        double.Parse((string)bar.Elements().ElementAt(1).Attribute("width")!, CultureInfo.InvariantCulture);

    private static JsonElement.ArrayEnumerator Traces() =>
        JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray();
}
