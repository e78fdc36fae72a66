using System.Text.Json.Nodes;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.PlotlyFigures;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>
/// What the bars of a reader's chart show in plotly.js as in the drawing: their values or, where they are stacked, their totals;
/// and the ranges of a histogram.
/// </summary>
internal sealed class BarNumbers
{
    private readonly bool _showsValues;
    private readonly HistogramBins? _ranges;

    private BarNumbers(bool showsValues, HistogramBins? ranges, IReadOnlyList<JsonNode?> totals)
    {
        (_showsValues, _ranges, Totals) = (showsValues, ranges, totals);
    }

    /// <summary>Traces to add.</summary>
    public IReadOnlyList<JsonNode?> Totals { get; }

    public static BarNumbers Of(FigureJson figure)
    {
        var traces = FigureReader.Traces(figure);
        if (FigureReader.Obstacle(traces) is not null || !traces.Any(trace => trace.IsBars || trace.IsHistogram))
        {
            return new BarNumbers(false, null, []);
        }

        var (x, y) = FigureReader.Axes(figure, traces);
        var reader = new BarReader(figure.Layout, x, y);
        var labels = reader.Read(traces).Labels;
        var heights = new BarHeights(x, y, [.. traces.Where(trace => trace.IsHistogram)]);
        return new BarNumbers(
            !reader.IsStacked && labels.Count > 0,
            (traces.First(trace => trace.IsBars || trace.IsHistogram).IsLying ? y : x).Kind == AxisKind.Linear
                ? heights.Ranges
                : null,
            reader.IsStacked && labels.Count > 0 ? [Trace(labels, x, y)] : []
        );
    }

    /// <summary>What goes below what the reader set.</summary>
    public JsonObject For(JsonObject trace)
    {
        var type = FigureJson.Text(trace["type"]);
        var below = new JsonObject();
        if (_showsValues && type is "bar" or "histogram" && trace["text"] is null && trace["texttemplate"] is null)
        {
            below["texttemplate"] = "%{value}";
            below["textposition"] = "outside";
            below["cliponaxis"] = false;
        }

        if (type == "histogram" && _ranges is not null)
        {
            below[new TraceData(trace, 0).IsLying ? "ybins" : "xbins"] = new JsonObject
            {
                ["start"] = _ranges.Start,
                ["end"] = _ranges.Start + (_ranges.Size * _ranges.Count),
                ["size"] = _ranges.Size,
            };
        }

        return below;
    }

    private static JsonNode? Trace(IReadOnlyList<PlotLabel> labels, AxisValues x, AxisValues y)
    {
        var trace = PlotlyFigure.Labels([
            .. labels.Select(label =>
                label.IsLying
                    ? (Place(x, label.End), Place(y, label.Middle), label.Text)
                    : (Place(x, label.Middle), Place(y, label.End), label.Text)
            ),
        ]);
        if (!labels[0].IsLying)
        {
            trace.SetProperty("textposition", "top center");
        }

        return TraceJson.Of(trace);
    }

    private static object Place(AxisValues axis, double value) =>
        axis.Kind is AxisKind.Category or AxisKind.Date ? axis.Show(value) : value;
}
