using System.Text.Json.Nodes;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Reads a chart of Plotly.NET as something that can be drawn without plotly.js.</summary>
internal static class FigureReader
{
    private static readonly string[] DefaultAxes = ["x", "y"];

    /// <summary>The traces that are shown; one that only the legend names is not.</summary>
    public static IReadOnlyList<TraceData> Traces(FigureJson figure) =>
        [
            .. figure
                .Traces.Where(trace => trace["visible"] is null || FigureJson.IsTrue(trace["visible"]))
                .Select((trace, index) => new TraceData(trace, index)),
        ];

    /// <summary>Why there is no drawing, as a sentence; null where there is one.</summary>
    public static string? Obstacle(IReadOnlyList<TraceData> traces) =>
        traces.Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null);

    /// <param name="figure">A chart without an obstacle.</param>
    /// <param name="title">Of the drawing.</param>
    public static PlotFigure Read(FigureJson figure, string title)
    {
        var traces = Traces(figure);
        var (xAxis, yAxis) = (figure.Layout["xaxis"] as JsonObject, figure.Layout["yaxis"] as JsonObject);
        var (x, y) = Axes(figure, traces);
        var (bars, labels) = new BarReader(figure.Layout, x, y).Read(traces);
        PlotSeries[] series = [.. PointReader.Read(traces, x, y), .. bars, .. BoxReader.Read(traces, x, y)];
        var standing = Array.Exists(series, one => one is BarRow { IsLying: false } or PointSeries { IsFilled: true });
        return new PlotFigure(
            title,
            AxisRange.Of(
                xAxis,
                x,
                series.SelectMany(one => DrawnPlaces.Across(one)),
                Array.Exists(series, one => one is BarRow { IsLying: true })
            ),
            AxisRange.Of(yAxis, y, series.SelectMany(one => DrawnPlaces.Upwards(one)), standing),
            [.. series.OrderBy(one => one is PointSeries { IsFilled: false }).ThenBy(one => one.Index)],
            labels,
            traces.Count > 1 && (figure.Layout["showlegend"] is null || FigureJson.IsTrue(figure.Layout["showlegend"]))
        );
    }

    /// <summary>How values across and upwards are read.</summary>
    public static (AxisValues X, AxisValues Y) Axes(FigureJson figure, IReadOnlyList<TraceData> traces) =>
        (
            AxisValues.Of(figure.Layout["xaxis"] as JsonObject, [.. traces.SelectMany(Across)]),
            AxisValues.Of(figure.Layout["yaxis"] as JsonObject, [.. traces.SelectMany(Upwards)])
        );

    // A box without a place of its own stands at its name.
    private static IEnumerable<JsonNode?> Across(TraceData trace) =>
        trace.IsBoxes && !trace.IsLying && trace.X is null ? [JsonValue.Create(trace.Name)] : trace.X ?? [];

    private static IEnumerable<JsonNode?> Upwards(TraceData trace) =>
        trace.IsBoxes && trace.IsLying && trace.Y is null ? [JsonValue.Create(trace.Name)] : trace.Y ?? [];

    private static string? Obstacle(TraceData trace)
    {
        if (!trace.IsPoints && !trace.IsBars && !trace.IsHistogram && !trace.IsBoxes)
        {
            return $"A chart of the type {trace.Kind} is drawn by plotly.js only.";
        }

        string?[] axes = [FigureJson.Text(trace.Json["xaxis"]), FigureJson.Text(trace.Json["yaxis"])];
        if (Array.Exists(axes, axis => axis is not null && !DefaultAxes.Contains(axis)))
        {
            return "A chart of several plots, or with a second axis, is drawn by plotly.js only.";
        }

        return IsPlain(trace.Json["x"]) && IsPlain(trace.Json["y"]) && HistogramCounts(trace.Json)
            ? null
            : "Data of this form is drawn by plotly.js only.";
    }

    private static bool IsPlain(JsonNode? data) =>
        data is null || (data is JsonArray values && values.All(value => value is null or JsonValue));

    // Other functions and densities are for plotly.js.
    private static bool HistogramCounts(JsonObject trace) =>
        (FigureJson.Text(trace["histfunc"]) ?? "count") == "count"
        && (FigureJson.Text(trace["histnorm"]) ?? "") is "" or "percent" or "probability"
        && !FigureJson.IsTrue((trace["cumulative"] as JsonObject)?["enabled"]);
}
