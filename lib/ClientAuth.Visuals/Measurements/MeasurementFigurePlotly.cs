using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;
using ClientAuth.Visuals.Text;
using Plotly.NET;

namespace ClientAuth.Visuals.Measurements;

/// <summary>Samples as a Plotly figure: for each series the bands as thick lines, the samples as points, and the medians as strokes.</summary>
internal static class MeasurementFigurePlotly
{
    private const double RowShare = 0.8;
    private const double PointsShare = 0.55;
    private const int LaneHeight = 26;

    // For plotly.js the ticks 1, 2, 5 and 10 of each power; the same whatever was measured, so that runs can be compared.
    private const string OneTwoFive = "D2";

    public static string Render(MeasurementFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Rows.Count * ((figure.Series.Count * LaneHeight) + 8));
        layout.SetProperty(
            "xaxis",
            new Dictionary<string, object>(PlotlyFigure.Axis(figure.XTitle))
            {
                ["type"] = figure.Axis.IsLogarithmic ? "log" : "linear",
                ["dtick"] = figure.Axis.IsLogarithmic ? OneTwoFive : AxisTicks.Step(figure.Axis.End),
                ["range"] = figure.Axis.PlotlyRange,
            }
        );
        layout.SetProperty("yaxis", PlotlyFigure.RowAxis(figure.YTitle, figure.Rows));
        PlotlyNotes.Add(layout, figure.Sentences);
        return PlotlyFigure.ToJson(
            [.. figure.Series.SelectMany((_, series) => Series(figure, series)), Labels(figure)],
            layout
        );
    }

    private static IEnumerable<Trace> Series(MeasurementFigure figure, int series)
    {
        SampleLane[] lanes = [.. figure.Lanes.Where(lane => lane.Series == series)];
        return [Bands(figure, series, lanes), Samples(figure, series, lanes), Medians(figure, series, lanes)];
    }

    // The null between two bands keeps them apart.
    private static Trace Bands(MeasurementFigure figure, int series, SampleLane[] lanes)
    {
        var trace = Scatter(figure, series, "lines");
        trace.SetProperty("x", lanes.SelectMany(lane => new double?[] { lane.Low, lane.High, null }).ToArray());
        trace.SetProperty(
            "y",
            lanes.SelectMany(lane => new double?[] { Middle(figure, lane), Middle(figure, lane), null }).ToArray()
        );
        trace.SetProperty(
            "line",
            new Dictionary<string, object> { ["color"] = LineLook.At(series).Color, ["width"] = 14 }
        );
        trace.SetProperty("opacity", 0.25);
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private static Trace Samples(MeasurementFigure figure, int series, SampleLane[] lanes)
    {
        var look = LineLook.At(series);
        var trace = Scatter(figure, series, "markers");
        trace.SetProperty("x", lanes.SelectMany(lane => lane.Samples).ToArray());
        trace.SetProperty(
            "y",
            lanes
                .SelectMany(lane =>
                    lane.Samples.Select(
                        (_, i) =>
                            Math.Round(
                                Middle(figure, lane)
                                    + (SampleLane.Across(i) * PointsShare * RowShare / figure.Series.Count),
                                3
                            )
                    )
                )
                .ToArray()
        );
        trace.SetProperty(
            "marker",
            new Dictionary<string, object>
            {
                ["color"] = look.Color,
                ["symbol"] = look.Symbol,
                ["size"] = 5,
                ["opacity"] = 0.65,
            }
        );
        trace.SetProperty(
            "customdata",
            lanes
                .SelectMany(lane =>
                    lane.Samples.Select(sample => Words(figure, lane, $"{Numbers.Significant(sample)} {figure.Unit}"))
                )
                .ToArray()
        );
        trace.SetProperty("hovertemplate", Hover);
        trace.SetProperty("showlegend", figure.Series[series].Length > 0);
        return trace;
    }

    private static Trace Medians(MeasurementFigure figure, int series, SampleLane[] lanes)
    {
        var trace = Scatter(figure, series, "markers");
        trace.SetProperty("x", lanes.Select(lane => lane.Median).ToArray());
        trace.SetProperty("y", lanes.Select(lane => Middle(figure, lane)).ToArray());
        trace.SetProperty(
            "marker",
            new Dictionary<string, object>
            {
                ["symbol"] = "line-ns",
                ["size"] = 18,
                ["line"] = new Dictionary<string, object> { ["color"] = LineLook.At(series).Color, ["width"] = 3 },
            }
        );
        trace.SetProperty("customdata", lanes.Select(lane => Words(figure, lane, figure.Spread(lane))).ToArray());
        trace.SetProperty("hovertemplate", Hover);
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private static Trace Labels(MeasurementFigure figure) =>
        PlotlyFigure.Labels([
            .. figure.Lanes.Select(lane => (figure.Axis.End, Middle(figure, lane), figure.Label(lane))),
        ]);

    private const string Hover =
        $"%{{customdata[0]}}<br>%{{fullData.name}}<br>%{{customdata[1]}}{PlotlyFigure.NoSecondBox}";

    private static Trace Scatter(MeasurementFigure figure, int series, string mode)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("name", PlotlyText.Encode(figure.Series[series]));
        return trace;
    }

    private static string[] Words(MeasurementFigure figure, SampleLane lane, string value) =>
        [PlotlyText.Encode(figure.Rows[lane.Row]), value];

    private static double Middle(MeasurementFigure figure, SampleLane lane) =>
        Math.Round(lane.Row - (RowShare / 2) + (RowShare / figure.Series.Count * (lane.Series + 0.5)), 4);
}
