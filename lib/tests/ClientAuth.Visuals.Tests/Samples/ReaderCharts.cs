using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Charts as a reader makes them in a cell, with the defaults of Plotly.NET.</summary>
internal static class ReaderCharts
{
    public static GenericChart Line =>
        Chart
            .Line<int, double, string>([1, 2, 3, 4], [1.5, 2.25, 9, 4], Name: "ES256")
            .Titled("Time to sign")
            .WithXAxisStyle<double, double, string>(TitleText: "request")
            .WithYAxisStyle<double, double, string>(TitleText: "time (ms)");

    public static GenericChart Lines =>
        Chart.Combine([
            Chart.Line<int, double, string>([1, 2, 3, 4], [1.5, 2.25, 9, 4], Name: "ES256", ShowMarkers: true),
            Chart.Line<int, double, string>([1, 2, 3, 4], [0.5, double.NaN, 1.5, 2], Name: "HS256", ShowMarkers: true),
            Chart.Point<int, double, string>([1, 2, 3, 4], [7, 6, 8, 7.5], Name: "RS256"),
        ]);

    public static GenericChart Dates =>
        Chart
            .Line<DateTime, double, string>(
                [new DateTime(2026, 3, 1), new DateTime(2026, 3, 15), new DateTime(2026, 6, 1)],
                [10, 20, 15],
                Name: "installs"
            )
            .Titled("Installs through the spring");

    public static GenericChart Columns =>
        Chart.Combine([
            Chart.Column<double, string, string>([5, 2, 3], new[] { "secret", "mutual TLS", "JWT" }, Name: "client"),
            Chart.Column<double, string, string>([1, 4, 2], new[] { "secret", "mutual TLS", "JWT" }, Name: "server"),
        ]);

    public static GenericChart StackedBars =>
        Chart
            .Combine([
                Chart.StackedBar<double, string, string>(
                    [5, 2, 3],
                    new[] { "secret", "mutual TLS", "JWT" },
                    Name: "client"
                ),
                Chart.StackedBar<double, string, string>(
                    [1, 4, 2.5],
                    new[] { "secret", "mutual TLS", "JWT" },
                    Name: "server"
                ),
            ])
            .Titled("Where the time goes");

    public static GenericChart Histogram =>
        Chart.Histogram<double, double, string>(X: Enumerable.Range(0, 200).Select(i => Math.Sin(i) * 10).ToArray());

    public static GenericChart Boxes =>
        Chart.Combine([
            Chart.BoxPlot<string, double, string>(Y: new double[] { 1, 2, 3, 4, 5, 6, 20 }, Name: "warm"),
            Chart.BoxPlot<string, double, string>(Y: new double[] { 3, 4, 5, 6, 7 }, Name: "cold"),
        ]);

    public static GenericChart Area =>
        Chart.Area<int, double, string>([1, 2, 3, 4], [4, 2, 6, 3], Name: "open connections").Titled("Connections");

    public static GenericChart Pie =>
        Chart.Pie<int, string, string>([3, 5], Labels: new[] { "attested", "fallback" }).Titled("Paths to a token");

    public static GenericChart Heatmap =>
        Chart.Heatmap<int, string, string, string>([
            [1, 2],
            [3, 4],
        ]);

    public static GenericChart Empty => Chart.Line<int, int, string>([], []);

    /// <summary>Each of the kinds, by name.</summary>
    public static IReadOnlyDictionary<string, GenericChart> All =>
        new Dictionary<string, GenericChart>
        {
            [nameof(Line)] = Line,
            [nameof(Lines)] = Lines,
            [nameof(Dates)] = Dates,
            [nameof(Columns)] = Columns,
            [nameof(StackedBars)] = StackedBars,
            [nameof(Histogram)] = Histogram,
            [nameof(Boxes)] = Boxes,
            [nameof(Area)] = Area,
            [nameof(Pie)] = Pie,
            [nameof(Heatmap)] = Heatmap,
            [nameof(Empty)] = Empty,
        };

    /// <summary>The chart with a title; the C# package has no method for it.</summary>
    public static GenericChart Titled(this GenericChart chart, string title)
    {
        chart.GetLayout().SetProperty("title", title);
        return chart;
    }
}
