using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>One axis of a drawing: from where to where it goes, and its ticks.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Values">How values become places.</param>
/// <param name="Low">Where it begins; on a logarithmic axis the logarithm.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Reversed">Whether it runs from high to low.</param>
internal sealed record PlotAxis(string Title, AxisValues Values, double Low, double High, bool Reversed)
{
    private const int MostTicks = 8;
    private const int MostNames = 40;

    /// <summary>Where a value stands between the ends of the axis, from 0 to 1; NaN where it has no place.</summary>
    public double Share(double value)
    {
        var at = Values.Kind == AxisKind.Logarithmic ? (value > 0 ? Math.Log10(value) : double.NaN) : value;
        var share = (at - Low) / (High - Low);
        return Reversed ? 1 - share : share;
    }

    /// <summary>Places of ticks, as values, with their labels.</summary>
    public IReadOnlyList<(double Value, string Label)> Ticks =>
        [.. Places().Select(value => (value, Values.Show(value)))];

    private IEnumerable<double> Places() =>
        Values.Kind switch
        {
            AxisKind.Category => Every(Math.Ceiling(Values.Names.Count / (double)MostNames), 0, Values.Names.Count - 1),
            AxisKind.Date => Every(Times.Step(High - Low, MostTicks), Low, High),
            AxisKind.Logarithmic => Every(Math.Max(1, Math.Ceiling((High - Low) / MostTicks)), Low, High)
                .Select(power => Math.Pow(10, power)),
            _ => AxisTicks.Between(Low, High),
        };

    private static IEnumerable<double> Every(double step, double low, double high)
    {
        var first = Math.Ceiling(low / step);
        var count = (int)Math.Max(0, Math.Min(1_000, Math.Floor(high / step) - first + 1));
        return Enumerable.Range(0, count).Select(i => (first + i) * step);
    }
}
