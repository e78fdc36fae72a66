using System.Text.Json.Nodes;
using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Ranges of equal width in which values are counted.</summary>
/// <param name="Start">Where the first begins.</param>
/// <param name="Size">How wide each is.</param>
/// <param name="Count">How many there are.</param>
internal sealed record HistogramBins(double Start, double Size, int Count)
{
    private const int Most = 200;

    /// <summary>Round ranges over all values; as the reader wishes, where that is possible.</summary>
    public static HistogramBins Of(IReadOnlyCollection<double> values, AxisKind kind, Wish wish)
    {
        if (kind == AxisKind.Category || values.Count == 0)
        {
            return new HistogramBins(-0.5, 1, values.Count == 0 ? 1 : (int)values.Max() + 1);
        }

        var (low, high) = (values.Min(), values.Max());
        var about = Math.Clamp(wish.Count ?? (int)Math.Ceiling(Math.Sqrt(values.Count)), 1, Most);
        // AxisTicks takes a step for about six of them.
        var size =
            wish.Size is { } wished && (high - low) / wished < Most * 3 ? wished
            : kind == AxisKind.Date ? Times.Step(Math.Max(1, high - low), about)
            : high > low ? AxisTicks.Step((high - low) * 6 / about)
            : 1;
        var start =
            wish.Start is { } from && from <= low && (low - from) / size < Most ? from : Math.Floor(low / size) * size;
        return new HistogramBins(start, size, Math.Clamp((int)Math.Floor((high - start) / size) + 1, 1, Most * 3));
    }

    /// <summary>What the reader asked for: at most so many ranges, their width, their beginning.</summary>
    internal readonly record struct Wish(int? Count, double? Size, double? Start)
    {
        public static Wish Of(TraceData trace)
        {
            var bins = trace.Json[trace.IsLying ? "ybins" : "xbins"] as JsonObject;
            return new Wish(
                FigureJson.Number(trace.Json[trace.IsLying ? "nbinsy" : "nbinsx"]) is { } count and > 0 and < 10_000
                    ? (int)count
                    : null,
                FigureJson.Number(bins?["size"]) is { } size and > 0 ? size : null,
                FigureJson.Number(bins?["start"])
            );
        }
    }

    public IReadOnlyList<int> CountOf(IEnumerable<double> values)
    {
        var counts = new int[Count];
        foreach (var value in values)
        {
            counts[Math.Clamp((int)Math.Floor((value - Start) / Size), 0, Count - 1)]++;
        }

        return counts;
    }

    public double Middle(int bin) => Start + ((bin + 0.5) * Size);
}
