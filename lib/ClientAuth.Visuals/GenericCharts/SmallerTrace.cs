using System.Text.Json.Nodes;
using ClientAuth.Visuals.GenericCharts.Reading;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>A trace that a notebook can keep: of very many points those that a chart can show.</summary>
internal static class SmallerTrace
{
    /// <summary>Most points of one trace.</summary>
    public const int Most = 5_000;

    private static readonly string[] Thinned = ["scatter", "scattergl", "bar"];

    public static JsonObject Of(JsonObject trace) =>
        FigureJson.Text(trace["type"]) switch
        {
            var type when Thinned.Contains(type ?? "scatter") => OfPoints(trace),
            "histogram" when Count(trace) > Most => HistogramTrace.ToBars(trace),
            "box" or "violin" when Count(trace) > Most => OfDistribution(trace),
            _ => trace,
        };

    public static int Count(JsonObject trace) =>
        Math.Max((trace["x"] as JsonArray)?.Count ?? 0, (trace["y"] as JsonArray)?.Count ?? 0);

    // Every array that goes along with the points keeps the same of them.
    private static JsonObject OfPoints(JsonObject trace)
    {
        var count = Count(trace);
        if (count <= Most)
        {
            return trace;
        }

        var data = FigureJson.List(trace["y"] ?? trace["x"]) ?? [];
        var heights = AxisValues.Of(null, data);
        Keep(trace, count, Thinning.Choose([.. data.Select(heights.Of)], Most));
        return trace;
    }

    // In order of size, evenly: lowest, highest and quartiles stay.
    private static JsonObject OfDistribution(JsonObject trace)
    {
        var name = trace["y"] is JsonArray ? "y" : "x";
        if (trace["x"] is JsonArray && trace["y"] is JsonArray)
        {
            return trace;
        }

        var data = FigureJson.List(trace[name])!;
        var axis = AxisValues.Of(null, data);
        var sorted = data.Where(value => double.IsFinite(axis.Of(value))).OrderBy(axis.Of).ToList();
        trace[name] = new JsonArray([
            .. Enumerable
                .Range(0, Most)
                .Select(i => sorted[(int)((long)i * (sorted.Count - 1) / (Most - 1))]?.DeepClone()),
        ]);
        return trace;
    }

    private static void Keep(JsonObject part, int count, IReadOnlyList<int> chosen)
    {
        foreach (var (name, value) in part.ToList())
        {
            if (value is JsonArray array && array.Count == count)
            {
                part[name] = new JsonArray([.. chosen.Select(i => array[i]?.DeepClone())]);
            }
            else if (value is JsonObject inner)
            {
                Keep(inner, count, chosen);
            }
        }
    }
}
