using System.Text.Json.Nodes;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Where a bar stands, how high it is, from where it begins, and what the place is called.</summary>
internal readonly record struct BarHeight(double Place, double Height, double Base, string Words);

/// <summary>The bars of each trace; those of a histogram are counted first, in ranges that all histograms share.</summary>
internal sealed class BarHeights
{
    private const int MostBars = 2_000;

    private readonly AxisValues _x;
    private readonly AxisValues _y;
    private readonly HistogramBins? _bins;
    private readonly Dictionary<TraceData, IReadOnlyList<BarHeight>> _heights = [];

    public BarHeights(AxisValues x, AxisValues y, IReadOnlyList<TraceData> traces)
    {
        (_x, _y) = (x, y);
        var histograms = traces.Where(trace => trace.IsHistogram).ToList();
        _bins = histograms.Count == 0 ? null : Bins(histograms);
        foreach (var trace in traces)
        {
            _heights[trace] = trace.IsHistogram ? Counted(trace) : Given(trace);
        }

        var places = _heights
            .Values.SelectMany(all => all)
            .Select(one => one.Place)
            .Where(double.IsFinite)
            .Distinct()
            .Order()
            .ToList();
        NarrowestGap = _bins?.Size ?? places.Zip(places.Skip(1), (one, next) => next - one).DefaultIfEmpty(1).Min();
    }

    /// <summary>The ranges of the histograms, or null without one.</summary>
    public HistogramBins? Ranges => _bins;

    /// <summary>Between neighbouring bars; they must not overlap.</summary>
    public double NarrowestGap { get; }

    public IReadOnlyList<BarHeight> Of(TraceData trace) => _heights[trace];

    private HistogramBins Bins(List<TraceData> histograms)
    {
        var first = histograms[0];
        return HistogramBins.Of(
            [.. histograms.SelectMany(Data)],
            (first.IsLying ? _y : _x).Kind,
            HistogramBins.Wish.Of(first)
        );
    }

    private IEnumerable<double> Data(TraceData trace)
    {
        var (axis, values) = trace.IsLying ? (_y, trace.Y) : (_x, trace.X);
        return (values ?? []).Select(axis.Of).Where(double.IsFinite);
    }

    private List<BarHeight> Counted(TraceData trace)
    {
        var axis = trace.IsLying ? _y : _x;
        var data = Data(trace).ToList();
        var unit = FigureJson.Text(trace.Json["histnorm"]) switch
        {
            "percent" => 100.0 / Math.Max(1, data.Count),
            "probability" => 1.0 / Math.Max(1, data.Count),
            _ => 1,
        };
        return
        [
            .. _bins!
                .CountOf(data)
                .Select((count, i) => new BarHeight(_bins.Middle(i), count * unit, 0, Range(axis, i))),
        ];
    }

    private string Range(AxisValues axis, int bin) =>
        axis.Kind == AxisKind.Category
            ? axis.Show(bin)
            : $"{axis.Show(_bins!.Start + (bin * _bins.Size))} to {axis.Show(_bins.Start + ((bin + 1) * _bins.Size))}";

    private List<BarHeight> Given(TraceData trace)
    {
        var (placeAxis, heightAxis) = trace.IsLying ? (_y, _x) : (_x, _y);
        var (places, heights) = trace.IsLying ? (trace.Y, trace.X) : (trace.X, trace.Y);
        var count = Math.Min(places?.Count ?? int.MaxValue, heights?.Count ?? 0);
        var values = Enumerable.Range(0, count).Select(i => heightAxis.Of(heights![i])).ToList();
        return
        [
            .. Thinning
                .Choose(values, MostBars)
                .Select(i =>
                {
                    var place = places is null ? i : placeAxis.Of(places[i]);
                    return new BarHeight(
                        place,
                        values[i],
                        Base(trace, i),
                        places is null ? Numbers.Show(i) : placeAxis.Show(place)
                    );
                }),
        ];
    }

    private static double Base(TraceData trace, int index) =>
        (
            trace.Json["base"] is JsonArray bases
                ? FigureJson.Number(bases.ElementAtOrDefault(index))
                : FigureJson.Number(trace.Json["base"])
        ) ?? 0;
}
