using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class RequestTimingChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RequestTimingChart Chart = new(
        Timing("client_secret_basic", (PhaseNames.Authenticate, 1.5), (PhaseNames.Handshake, 6.25), ("own phase", 0.5)),
        Timing(
            "private_key_jwt",
            (PhaseNames.BuildCredential, 1.125),
            (PhaseNames.Handshake, 4),
            (PhaseNames.Handshake, 2)
        )
    );

    [Fact]
    public void The_picture_and_the_plotly_figure_hold_the_same_numbers()
    {
        var plotly = Traces()
            .SelectMany(trace => trace.GetProperty("x").EnumerateArray().Select(x => (Name(trace), x.GetDouble())))
            .Where(part => part.Item2 > 0);
        var drawn = HtmlRules
            .Parse(Chart.ToHtml())
            .Descendants(Svg + "svg")
            .First()
            .Descendants()
            .Where(element => element.Attribute("data-value") is not null)
            .Select(e => ((string)e.Attribute("data-series")!, Number((string)e.Attribute("data-value")!)));

        Assert.Equal(plotly.Order(), drawn.Order());
    }

    [Fact]
    public void The_width_of_a_part_is_in_proportion_to_its_number()
    {
        var widths = HtmlRules
            .Parse(Chart.ToHtml())
            .Descendants(Svg + "svg")
            .First()
            .Descendants()
            .Where(element => element.Attribute("data-value") is not null)
            .Select(e =>
                Number((string)e.Elements().ElementAt(1).Attribute("width")!)
                / Number((string)e.Attribute("data-value")!)
            )
            .ToList();

        Assert.All(widths, ratio => Assert.Equal(widths[0], ratio, tolerance: 0.1));
    }

    [Fact]
    public void Phases_are_stacked_in_the_order_in_which_they_happen_and_unknown_ones_last() =>
        Assert.Equal(
            [PhaseNames.BuildCredential, PhaseNames.Handshake, PhaseNames.Authenticate, "own phase"],
            Traces().Select(Name)
        );

    [Fact]
    public void Phases_of_one_name_are_added_up() =>
        Assert.Equal([6.25, 6], Traces().ElementAt(1).GetProperty("x").EnumerateArray().Select(x => x.GetDouble()));

    [Fact]
    public void The_summary_names_total_and_longest_phase_of_each_method() =>
        Assert.Equal(
            "Where the milliseconds of one request go: client_secret_basic 8.25 ms, longest handshake with 6.25 ms; "
                + "private_key_jwt 7.12 ms, longest handshake with 6 ms",
            Chart.ToString()
        );

    [Fact]
    public void Plotly_shows_totals_and_on_hover_the_exact_value_with_its_unit()
    {
        var traces = All(Chart).ToList();

        Assert.Equal(
            ["\u00a08.25 ms", "\u00a07.12 ms"],
            traces[^1].GetProperty("text").EnumerateArray().Select(text => text.GetString())
        );
        Assert.Equal("skip", traces[^1].GetProperty("hoverinfo").GetString());
        Assert.Equal(
            ["0 ms", "1.12 ms"],
            traces[0].GetProperty("customdata").EnumerateArray().Select(text => text.GetString())
        );
        Assert.Equal(
            "%{y}<br>%{fullData.name}: %{customdata}<extra></extra>",
            traces[0].GetProperty("hovertemplate").GetString()
        );
    }

    [Fact]
    public void The_axis_has_its_unit()
    {
        Assert.Contains("time (ms)", Chart.ToHtml());
        Assert.Contains("time (ms)", PlotlyJson.Strings(Chart.ToPlotlyJson()));
    }

    [Fact]
    public void A_method_timed_twice_is_drawn_twice()
    {
        var chart = new RequestTimingChart(Timing("m", ("a", 1)), Timing("m", ("a", 2)));

        Assert.Equal(
            ["m", "m (2)"],
            Traces(chart).Single().GetProperty("y").EnumerateArray().Select(y => y.GetString())
        );
    }

    [Fact]
    public void Without_timings_there_is_an_empty_picture()
    {
        var chart = new RequestTimingChart();

        HtmlRules.AssertSafe(chart.ToHtml());
        Assert.Equal("Where the milliseconds of one request go: nothing was timed", chart.ToString());
    }

    [Fact]
    public void Every_phase_that_has_a_name_has_a_place_in_the_order()
    {
        var names = typeof(PhaseNames)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(f => f.GetValue(null));

        Assert.Equal(names.Order(), PhaseOrder.Known.Order());
    }

    private static MethodTiming Timing(string method, params (string Name, double Ms)[] phases) =>
        new(method, [.. phases.Select(p => new RecordedPhase(p.Name, TimeSpan.FromMicroseconds(p.Ms * 1000)))]);

    // Without the last, which holds the totals.
    private static List<JsonElement> Traces(RequestTimingChart? chart = null) => [.. All(chart ?? Chart).SkipLast(1)];

    private static JsonElement.ArrayEnumerator All(RequestTimingChart chart) =>
        JsonDocument.Parse(chart.ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray();

    private static string Name(JsonElement trace) => trace.GetProperty("name").GetString()!;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
