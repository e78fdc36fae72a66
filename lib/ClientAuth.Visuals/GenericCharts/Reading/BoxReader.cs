using System.Text.Json.Nodes;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Reads box plots: a box for each place of a trace, or one where it has no places.</summary>
internal static class BoxReader
{
    private const double Band = 0.6;

    public static IEnumerable<BoxRow> Read(IReadOnlyList<TraceData> all, AxisValues x, AxisValues y)
    {
        var traces = all.Where(trace => trace.IsBoxes).ToList();
        // Boxes of several traces at the same places stand beside each other.
        var share = traces.Exists(trace => (trace.IsLying ? trace.Y : trace.X) is not null) ? traces.Count : 1;
        return traces.Select((trace, i) => Row(trace, share, share == 1 ? 0 : i, x, y));
    }

    private static BoxRow Row(TraceData trace, int share, int position, AxisValues x, AxisValues y)
    {
        var (placeAxis, valueAxis) = trace.IsLying ? (y, x) : (x, y);
        var (places, values) = trace.IsLying ? (trace.Y, trace.X) : (trace.X, trace.Y);
        var width = Band / share;
        var shift = (-Band / 2) + (width * (position + 0.5));
        var name = placeAxis.Of(JsonValue.Create(trace.Name));
        var read = (values ?? [])
            .Take(places?.Count ?? int.MaxValue)
            .Select((value, i) => (Place: places is null ? name : placeAxis.Of(places[i]), Value: valueAxis.Of(value)))
            .Where(one => double.IsFinite(one.Place) && double.IsFinite(one.Value))
            .GroupBy(one => one.Place, one => one.Value);
        return new BoxRow(
            trace.Name,
            trace.Index,
            trace.Color,
            trace.IsLying,
            [.. read.Select(group => PlotBox.Of([.. group.Order()], group.Key + shift, width * 0.9))]
        );
    }
}
