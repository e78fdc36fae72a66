using System.Text.Json.Nodes;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>From where to where an axis goes.</summary>
internal static class AxisRange
{
    private const double Margin = 0.04;

    /// <param name="axis">The axis in the layout, with a range of its own or not.</param>
    /// <param name="values">How values along it are read.</param>
    /// <param name="used">Every place that something is drawn at.</param>
    /// <param name="exact">Whether bars or areas stand on it, so that no room is left below 0.</param>
    public static PlotAxis Of(JsonObject? axis, AxisValues values, IEnumerable<double> used, bool exact)
    {
        var title = FigureJson.TextOf(axis?["title"]) ?? "";
        var reversed = FigureJson.Text(axis?["autorange"]) == "reversed";
        if (Given(axis, values) is { } given)
        {
            return new PlotAxis(title, values, given.Low, given.High, reversed ^ given.Reversed);
        }

        var (low, high) = Ends(values, used);
        if (values.Kind != AxisKind.Category)
        {
            var room =
                high > low ? (high - low) * Margin
                : values.Kind == AxisKind.Date ? 1_000
                : Math.Max(1, Math.Abs(low)) / 2;
            var isZero = exact && values.Kind == AxisKind.Linear;
            low = isZero && low == 0 ? 0 : low - room;
            high = isZero && high == 0 ? 0 : high + room;
        }

        return new PlotAxis(title, values, low, high, reversed);
    }

    private static (double Low, double High) Ends(AxisValues values, IEnumerable<double> used)
    {
        if (values.Kind == AxisKind.Category)
        {
            return (-0.5, Math.Max(1, values.Names.Count) - 0.5);
        }

        var places = used.Where(value => values.Kind != AxisKind.Logarithmic || value > 0)
            .Select(value => values.Kind == AxisKind.Logarithmic ? Math.Log10(value) : value)
            .Where(double.IsFinite)
            .ToList();
        return places.Count == 0 ? (0, 1) : (places.Min(), places.Max());
    }

    private static (double Low, double High, bool Reversed)? Given(JsonObject? axis, AxisValues values)
    {
        if (axis?["range"] is not JsonArray { Count: 2 } range || values.Kind == AxisKind.Category)
        {
            return null;
        }

        // The range of a logarithmic axis is given in powers of ten.
        var ends = range
            .Select(end => values.Kind == AxisKind.Logarithmic ? FigureJson.Number(end) ?? double.NaN : values.Of(end))
            .ToArray();
        return Array.TrueForAll(ends, double.IsFinite) && ends[0] != ends[1]
            ? (ends.Min(), ends.Max(), ends[0] > ends[1])
            : null;
    }
}
