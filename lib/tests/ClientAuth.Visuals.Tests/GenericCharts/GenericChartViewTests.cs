using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Visuals.GenericCharts;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ClientAuth.Visuals.Tests.GenericCharts;

/// <summary>Charts that a reader makes with Plotly.NET.</summary>
public sealed class GenericChartViewTests
{
    public static TheoryData<string> Texts => Hostile.Texts;

    public static TheoryData<string> Drawn =>
        ["Line", "Lines", "Dates", "Columns", "StackedBars", "Histogram", "Boxes", "Area", "Empty"];

    public static TheoryData<string> NotDrawn => ["Pie", "Heatmap"];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Each_common_kind_has_a_drawing_with_its_summary_as_text_alternative(string kind)
    {
        var view = new GenericChartView(ReaderCharts.All[kind]);
        var html = view.ToHtml();

        HtmlRules.AssertSafe(html);
        var picture = HtmlRules.Parse(html).Descendants().Single(element => element.Name.LocalName == "svg");
        Assert.Equal(view.ToString(), picture.Elements().Single(element => element.Name.LocalName == "desc").Value);
        Assert.DoesNotContain("NaN", picture.ToString());
    }

    [Theory]
    [MemberData(nameof(NotDrawn))]
    public void Any_other_kind_shows_its_data_and_says_why(string kind)
    {
        var html = new GenericChartView(ReaderCharts.All[kind]).ToHtml();

        HtmlRules.AssertSafe(html);
        Assert.Contains(
            $"A chart of the type {kind.ToLowerInvariant()} is drawn by plotly.js only. This is its data.",
            html
        );
        Assert.Contains("<table", html);
        Assert.DoesNotContain("<svg", html);
    }

    [Fact]
    public void The_summary_names_each_series_with_its_size_and_range() =>
        Assert.Equal(
            "Line, Points: ES256, line of 4 values from 1.5 to 9; HS256, line of 4 values from 0.5 to 2; RS256, points of 4 values from 6 to 8",
            new GenericChartView(ReaderCharts.Lines).ToString()
        );

    [Fact]
    public void A_gap_in_the_data_is_a_gap_in_the_line()
    {
        var paths = Elements(ReaderCharts.Lines, "path")
            .Where(path => (string?)path.Attribute("stroke-dasharray") == "7 4");

        // The first is the legend's. 1 stands alone, 3 and 4 are joined.
        Assert.Equal([1, 2], paths.Select(path => ((string)path.Attribute("d")!).Count(c => c == 'M')));
    }

    [Fact]
    public void Stacked_bars_have_their_totals_behind_them_in_both_forms()
    {
        string[] totals = ["6", "6", "5.5"];

        Assert.Subset(
            Elements(ReaderCharts.StackedBars, "text").Select(text => text.Value).ToHashSet(),
            totals.ToHashSet()
        );
        Assert.Equal(
            totals.Order(),
            Data(ReaderCharts.StackedBars)[^1]
                .GetProperty("text")
                .EnumerateArray()
                .Select(text => text.GetString()!.Trim())
                .Order()
        );
    }

    [Fact]
    public void A_histogram_counts_in_the_same_ranges_in_both_forms()
    {
        var counted = Elements(ReaderCharts.Histogram, "g").Attributes("data-value").Sum(value => (int)value);
        var bins = Data(ReaderCharts.Histogram)[0].GetProperty("xbins");

        Assert.Equal(200, counted);
        Assert.Equal(
            (-10, 10, 2),
            (
                bins.GetProperty("start").GetInt32(),
                bins.GetProperty("end").GetInt32(),
                bins.GetProperty("size").GetInt32()
            )
        );
    }

    [Fact]
    public void A_box_reaches_from_quartile_to_quartile_and_outliers_stand_alone()
    {
        var box = PlotBox.Of([1, 2, 3, 4, 5, 6, 20], 0, 1);

        Assert.Equal((1, 2.25, 4, 5.75, 6), (box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High));
        Assert.Equal([20], box.Outliers);
    }

    [Fact]
    public void A_hundred_thousand_points_make_an_output_that_a_notebook_can_keep_and_keep_their_peaks()
    {
        var heights = Enumerable.Range(0, 100_000).Select(i => i == 54_321 ? 1_000.0 : i % 7).ToArray();
        var view = new GenericChartView(Chart.Line<int, double, string>(Enumerable.Range(0, 100_000), heights));

        Assert.InRange(view.ToPlotlyJson().Length, 1, 200_000);
        Assert.InRange(view.ToHtml().Length, 1, 100_000);
        Assert.Contains("Of 100000 values the chart shows those that keep its outline.", view.ToHtml());
        Assert.Contains("1000", view.ToPlotlyJson());
        Assert.Equal("Line: line of 100000 values from 0 to 1000", view.ToString());
    }

    [Fact]
    public void A_sequence_without_an_end_is_refused_with_what_to_do()
    {
        var view = new GenericChartView(Chart.Line<int, int, string>(Endless(), Endless()));

        Assert.Equal(
            "This chart cannot be shown: it holds more than ten million characters of data. Show a part of it",
            view.ToString()
        );
        HtmlRules.AssertSafe(view.ToHtml());
        Assert.Contains("ten million", view.ToPlotlyJson());
    }

    [Fact]
    public void Data_that_throws_is_told_in_every_form()
    {
        var broken = Enumerable
            .Range(0, 3)
            .Select(i => i < 2 ? i : throw new InvalidOperationException("no <b>third</b> value"));
        var view = new GenericChartView(Chart.Line<int, int, string>(Enumerable.Range(0, 3), broken));

        Assert.Equal("This chart cannot be shown: no <b>third</b> value", view.ToString());
        Assert.Contains("no &lt;b&gt;third&lt;/b&gt; value", view.ToHtml());
        using var figure = JsonDocument.Parse(view.ToPlotlyJson());
        Assert.Equal(0, figure.RootElement.GetProperty("data").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_names_stay_text(string text)
    {
        var view = new GenericChartView(
            Chart.Column<double, string, string>([1, 2], new[] { text, "b" }, Name: text).Titled(text)
        );

        HtmlRules.AssertSafe(view.ToHtml());
        HtmlRules.AssertNothingInvisible(view.ToHtml());
        HtmlRules.AssertNothingInvisible(view.ToString());
    }

    [Fact]
    public void The_language_of_the_machine_changes_nothing()
    {
        var before = ReaderCharts.All.Values.Select(Forms).ToList();

        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        french.NumberFormat.NumberDecimalSeparator = ",";
        french.NumberFormat.NegativeSign = "−";
        CultureInfo.CurrentCulture = french; // flows with this test only

        Assert.Equal(before, ReaderCharts.All.Values.Select(Forms));
    }

    [Fact]
    public void What_the_reader_set_stays()
    {
        var chart = Chart.Line<int, int, string>([1, 2], [3, 4], LineColor: Color.fromHex("#ff0000"));
        Plotly.NET.CSharp.GenericChartExtensions.GetLayout(chart).SetProperty("paper_bgcolor", "#123456");

        using var figure = JsonDocument.Parse(new GenericChartView(chart).ToPlotlyJson());

        Assert.Equal("#123456", figure.RootElement.GetProperty("layout").GetProperty("paper_bgcolor").GetString());
        Assert.Contains("rgba(255, 0, 0, 1.0)", new GenericChartView(chart).ToHtml());
    }

    private static (string, string, string) Forms(GenericChart chart)
    {
        var view = new GenericChartView(chart);
        return (view.ToPlotlyJson(), view.ToHtml(), view.ToString());
    }

    private static List<JsonElement> Data(GenericChart chart) =>
        [
            .. JsonDocument
                .Parse(new GenericChartView(chart).ToPlotlyJson())
                .RootElement.GetProperty("data")
                .EnumerateArray(),
        ];

    private static IEnumerable<XElement> Elements(GenericChart chart, string name) =>
        HtmlRules
            .Parse(new GenericChartView(chart).ToHtml())
            .Descendants()
            .Where(element => element.Name.LocalName == name);

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i = 1 - i)
        {
            yield return i;
        }
    }
}
