using System.Text.Json.Nodes;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Reads bars and histograms, and puts them beside or on top of each other.</summary>
internal sealed class BarReader(JsonObject layout, AxisValues x, AxisValues y)
{
    /// <summary>Up to so many bars have their value at the end.</summary>
    private const int MostLabels = 30;

    private readonly string _mode = FigureJson.Text(layout["barmode"]) ?? "group";

    /// <summary>Whether bars of one place stand on top of each other.</summary>
    public bool IsStacked => _mode is "stack" or "relative";

    public (IReadOnlyList<BarRow> Rows, IReadOnlyList<PlotLabel> Labels) Read(IReadOnlyList<TraceData> all)
    {
        var traces = all.Where(trace => trace.IsBars || trace.IsHistogram).ToList();
        var heights = new BarHeights(x, y, traces);
        var band = heights.NarrowestGap * (traces.Exists(trace => trace.IsBars) ? 0.8 : 1);
        var ends = new Dictionary<(double Place, bool IsBelow), double>();
        var rows = traces.Select((trace, i) => Row(trace, i, traces.Count, band, heights.Of(trace), ends)).ToList();
        return (
            rows,
            rows.Sum(row => row.Bars.Count) > MostLabels ? [] : [.. IsStacked ? Totals(rows, ends) : Values(rows)]
        );
    }

    private BarRow Row(
        TraceData trace,
        int position,
        int count,
        double band,
        IEnumerable<BarHeight> heights,
        Dictionary<(double Place, bool IsBelow), double> ends
    )
    {
        var width = _mode == "group" ? band / count : band;
        var shift = _mode == "group" ? (-band / 2) + (width * (position + 0.5)) : 0;
        return new BarRow(
            trace.Name,
            trace.Index,
            trace.Color,
            trace.IsLying,
            [
                .. heights
                    .Where(one => double.IsFinite(one.Place) && double.IsFinite(one.Height))
                    .Select(one => Bar(trace, one, one.Place + shift, width, ends)),
            ]
        );
    }

    private PlotBar Bar(
        TraceData trace,
        BarHeight one,
        double middle,
        double width,
        Dictionary<(double Place, bool IsBelow), double> ends
    )
    {
        var key = (one.Place, one.Height < 0);
        var from = one.Base + (IsStacked ? ends.GetValueOrDefault(key) : 0);
        ends[key] = from + one.Height;
        return new PlotBar(
            middle,
            width,
            from,
            from + one.Height,
            $"{trace.Name}, {one.Words}: {Show(trace, one.Height)}"
        );
    }

    // A height that is a time is a date, and shown as one.
    private string Show(TraceData trace, double height) =>
        trace.IsHistogram ? Numbers.Significant(height) : (trace.IsLying ? x : y).Show(height);

    private static IEnumerable<PlotLabel> Values(IEnumerable<BarRow> rows) =>
        rows.SelectMany(row =>
            row.Bars.Select(bar => new PlotLabel(
                row.IsLying,
                bar.Middle,
                bar.To,
                Numbers.Significant(bar.To - bar.From)
            ))
        );

    private static IEnumerable<PlotLabel> Totals(
        List<BarRow> rows,
        Dictionary<(double Place, bool IsBelow), double> ends
    ) =>
        ends.Where(_ => rows.Count > 0)
            .Select(end => new PlotLabel(rows[0].IsLying, end.Key.Place, end.Value, Numbers.Significant(end.Value)));
}
