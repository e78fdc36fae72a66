using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Visuals.Measurements;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Measurements;

public sealed class MeasurementChartTests
{
    private static readonly MeasurementChart Chart = new(
        "Sign and verify",
        TimeUnit.Microsecond,
        AxisScale.Logarithmic,
        [
            new Measurement("HS256", "sign", [1, 2, 3]),
            new Measurement("HS256", "verify", [2, 2, 2]) { AllocatedBytes = 184 },
            new Measurement("RS256", "sign", [500, 600, 1234.5]),
        ],
        "HS256, sign takes less time than RS256, sign"
    );

    private static readonly string[] Rows = ["HS256", "RS256"];
    private static readonly string[] Series = ["sign", "verify"];

    [Fact]
    public void The_text_has_median_and_spread_of_each_and_what_was_claimed() =>
        Assert.Equal(
            "Sign and verify: HS256, sign 2 µs (1.2 to 2.8); HS256, verify 2 µs (2 to 2); RS256, sign 600 µs (520 to 1110). "
                + "✓ asserted: HS256, sign takes less time than RS256, sign",
            Chart.ToString()
        );

    [Fact]
    public void The_picture_and_the_plotly_figure_hold_the_same_numbers()
    {
        var plotly =
            from series in new[] { 0, 1 }
            let bands = Trace((series * 3) + 0)
            let medians = Trace((series * 3) + 2)
            from lane in Enumerable.Range(0, medians.GetProperty("x").GetArrayLength())
            select (
                medians.GetProperty("customdata")[lane][0].GetString()!,
                medians.GetProperty("name").GetString()!,
                bands.GetProperty("x")[lane * 3].GetDouble(),
                medians.GetProperty("x")[lane].GetDouble(),
                bands.GetProperty("x")[(lane * 3) + 1].GetDouble()
            );

        Assert.All(Pictures(), picture => Assert.Equal(plotly.Order(), Lanes(picture).Order()));
    }

    [Fact]
    public void The_picture_has_a_point_for_each_sample_at_its_place_on_the_logarithmic_axis()
    {
        var lane = Groups(Pictures()[0]).First();
        var points = Points(lane);
        var median = lane.Elements().Where(element => element.Name.LocalName == "rect").ElementAt(1);

        Assert.Equal(3, points.Length);
        Assert.Equal(Number(median, "x") + 1.5, points[1], tolerance: 0.1);
        Assert.Equal(Math.Log(2) / Math.Log(1.5), (points[1] - points[0]) / (points[2] - points[1]), tolerance: 0.02);
    }

    [Fact]
    public void The_plotly_figure_has_every_sample_with_its_value_to_read()
    {
        Assert.Equal([1, 2, 3, 500, 600, 1230], Numbers(Trace(1).GetProperty("x")));
        Assert.Equal(
            ["RS256", "1230 µs"],
            Trace(1).GetProperty("customdata")[5].EnumerateArray().Select(text => text.GetString())
        );
        Assert.Equal(
            ["\u00a02 µs", "\u00a02 µs", "\u00a0600 µs"],
            Traces()[^1].GetProperty("text").EnumerateArray().Select(text => text.GetString())
        );
    }

    [Fact]
    public void Axis_marks_and_claims_are_named_in_both_forms()
    {
        string[] named =
        [
            "time (µs), logarithmic",
            "bar: median, band: 10 to 90 %, points: samples, at the end of the axis those beyond it",
            "✓ asserted: HS256, sign takes less time than RS256, sign",
        ];

        Assert.Empty(named.Except(PlotlyJson.Strings(Chart.ToPlotlyJson())));
        Assert.Empty(
            named.Except(
                Pictures()[0]
                    .Descendants()
                    .Where(element => element.Name.LocalName == "text")
                    .Select(text => text.Value)
            )
        );
    }

    [Fact]
    public void The_table_has_the_same_numbers_and_what_was_allocated() =>
        Assert.Equal(
            [
                "measured part median 10 to 90 % samples allocated (bytes)",
                "HS256 sign 2 1.2 to 2.8 3 not counted",
                "HS256 verify 2 2 to 2 3 184",
                "RS256 sign 600 520 to 1110 3 not counted",
            ],
            HtmlRules
                .Parse(Chart.ToHtml())
                .Descendants("tr")
                .Select(row => string.Join(' ', row.Elements().Select(cell => cell.Value)))
        );

    [Fact]
    public void A_sample_far_beyond_the_others_lies_at_the_end_of_a_linear_axis()
    {
        var chart = new MeasurementChart(
            "t",
            TimeUnit.Millisecond,
            AxisScale.Linear,
            [new Measurement("m", "", [.. Enumerable.Repeat(1000.0, 29), 90_000])]
        );

        var points = Points(Groups(Pictures(chart)[0]).Single());
        Assert.Equal(1 / 1.3, points[0] / points[^1], tolerance: 0.1);
        Assert.Equal("t: m 1 ms (1 to 1)", chart.ToString());
    }

    [Fact]
    public void Without_measurements_there_is_an_empty_picture()
    {
        var chart = new MeasurementChart("t", TimeUnit.Millisecond, AxisScale.Linear, []);

        HtmlRules.AssertSafe(chart.ToHtml());
        Assert.Equal("t: nothing was measured", chart.ToString());
    }

    private static XElement[] Pictures(MeasurementChart? chart = null) =>
        [.. HtmlRules.Parse((chart ?? Chart).ToHtml()).Descendants().Where(element => element.Name.LocalName == "svg")];

    private static IEnumerable<XElement> Groups(XElement picture) =>
        picture.Descendants().Where(element => element.Attribute("data-median") is not null);

    private static IEnumerable<(string, string, double, double, double)> Lanes(XElement picture) =>
        Groups(picture)
            .Select(lane =>
                (
                    Rows[(int)lane.Attribute("data-row")!],
                    Series[(int)lane.Attribute("data-series")!],
                    Number(lane, "data-low"),
                    Number(lane, "data-median"),
                    Number(lane, "data-high")
                )
            );

    private static double[] Points(XElement lane) =>
        [
            .. ((string)lane.Elements().Single(element => element.Name.LocalName == "path").Attribute("d")!)
                .Split("h0", StringSplitOptions.RemoveEmptyEntries)
                .Select(point => double.Parse(point[1..].Split(' ')[0], CultureInfo.InvariantCulture)),
        ];

    private static List<JsonElement> Traces() =>
        [.. JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray()];

    private static JsonElement Trace(int index) => Traces()[index];

    private static IEnumerable<double> Numbers(JsonElement values) =>
        values.EnumerateArray().Select(value => value.GetDouble());

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
