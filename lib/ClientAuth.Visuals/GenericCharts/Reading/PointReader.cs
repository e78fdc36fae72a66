using System.Text.Json.Nodes;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Reads lines, points and areas.</summary>
internal static class PointReader
{
    /// <summary>More points than that are nearer to each other than the pixels of the drawing.</summary>
    private const int Most = 2_000;

    /// <summary>Along a line, markers are told apart up to so many.</summary>
    private const int MostMarkers = 80;

    public static IEnumerable<PointSeries> Read(IEnumerable<TraceData> traces, AxisValues x, AxisValues y)
    {
        var stacks = new Dictionary<(string Group, double X), double>();
        PlotPoint[] previous = [];
        foreach (var trace in traces.Where(trace => trace.IsPoints))
        {
            var points = Points(trace, x, y);
            var fill = FigureJson.Text(trace.Json["fill"]) ?? "none";
            if (FigureJson.Text(trace.Json["stackgroup"]) is { Length: > 0 } group)
            {
                points = Stacked(points, group, stacks);
            }
            else if (fill == "tonexty" && previous.Length == points.Length)
            {
                points = [.. points.Zip(previous, (point, below) => point with { Floor = below.Y })];
            }

            previous = points;
            yield return Series(trace, points, fill);
        }
    }

    private static PointSeries Series(TraceData trace, PlotPoint[] points, string fill)
    {
        var shown = Thinning.Choose([.. points.Select(point => point.Y)], Most).Select(i => points[i]).ToArray();
        var hasLine = trace.Mode.Contains("lines", StringComparison.Ordinal);
        var hasMarkers =
            !hasLine || (shown.Length <= MostMarkers && trace.Mode.Contains("markers", StringComparison.Ordinal));
        return new PointSeries(
            trace.Name,
            trace.Index,
            trace.Color,
            shown,
            hasLine,
            hasMarkers || IsLonely(shown),
            trace.Json["stackgroup"] is not null || fill is "tozeroy" or "tonexty"
        );
    }

    // A line through one point is nothing to see.
    private static bool IsLonely(PlotPoint[] points) => points.Count(point => double.IsFinite(point.Y)) <= 1;

    private static PlotPoint[] Points(TraceData trace, AxisValues x, AxisValues y)
    {
        var count = Math.Min(trace.X?.Count ?? int.MaxValue, trace.Y?.Count ?? int.MaxValue);
        return count == int.MaxValue
            ? []
            : [.. Enumerable.Range(0, count).Select(i => new PlotPoint(At(trace.X, x, i), At(trace.Y, y, i), 0))];
    }

    // Values without a partner are counted from 0.
    private static double At(IReadOnlyList<JsonNode?>? values, AxisValues axis, int index) =>
        values is null ? index : axis.Of(values[index]);

    private static PlotPoint[] Stacked(
        PlotPoint[] points,
        string group,
        Dictionary<(string Group, double X), double> stacks
    )
    {
        var stacked = new PlotPoint[points.Length];
        foreach (var (i, point) in points.Index())
        {
            var floor = stacks.GetValueOrDefault((group, point.X));
            var top = floor + (double.IsNaN(point.Y) ? 0 : point.Y);
            stacks[(group, point.X)] = top;
            stacked[i] = new PlotPoint(point.X, top, floor);
        }

        return stacked;
    }
}
