using System.Text.Json.Nodes;
using ClientAuth.Visuals.GenericCharts.Reading;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>A histogram of very many values as bars of counts: the same picture from a few numbers.</summary>
internal static class HistogramTrace
{
    public static JsonObject ToBars(JsonObject trace)
    {
        var data = new TraceData(trace, 0);
        var values = (data.IsLying ? data.Y : data.X) ?? [];
        var axis = AxisValues.Of(null, [.. values]);
        var numbers = values.Select(axis.Of).Where(double.IsFinite).ToList();
        var bins = HistogramBins.Of(numbers, axis.Kind, HistogramBins.Wish.Of(data));
        var places = new JsonArray([
            .. Enumerable.Range(0, bins.Count).Select(bin => (JsonNode)Place(axis, bins, bin)),
        ]);
        var counts = new JsonArray([.. bins.CountOf(numbers).Select(count => (JsonNode)count)]);
        return new JsonObject
        {
            ["type"] = "bar",
            ["name"] = trace["name"]?.DeepClone(),
            ["orientation"] = data.IsLying ? "h" : "v",
            [data.IsLying ? "y" : "x"] = places,
            [data.IsLying ? "x" : "y"] = counts,
            ["width"] = bins.Size,
            ["marker"] = trace["marker"]?.DeepClone(),
        };
    }

    private static JsonValue Place(AxisValues axis, HistogramBins bins, int bin) =>
        axis.Kind is AxisKind.Category or AxisKind.Date
            ? JsonValue.Create(axis.Show(bins.Middle(bin)))
            : JsonValue.Create(bins.Middle(bin));
}
