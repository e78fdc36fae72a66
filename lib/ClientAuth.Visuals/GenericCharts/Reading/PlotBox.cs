namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>
/// A box from quartile to quartile. The whiskers end at the last values within 1.5 box lengths; what lies beyond is an outlier.
/// </summary>
internal sealed record PlotBox(
    double Middle,
    double Width,
    double Low,
    double LowerQuartile,
    double Median,
    double UpperQuartile,
    double High,
    IReadOnlyList<double> Outliers
)
{
    /// <summary>Quartiles as plotly.js computes them by default.</summary>
    /// <param name="sorted">At least one, in order.</param>
    /// <param name="middle">Where it stands.</param>
    /// <param name="width">How wide it is.</param>
    public static PlotBox Of(IReadOnlyList<double> sorted, double middle, double width)
    {
        var (lower, upper) = (Quantile(sorted, 0.25), Quantile(sorted, 0.75));
        var reach = 1.5 * (upper - lower);
        var inside = sorted.Where(value => value >= lower - reach && value <= upper + reach).ToList();
        return new PlotBox(
            middle,
            width,
            Math.Min(inside[0], lower),
            lower,
            Quantile(sorted, 0.5),
            upper,
            Math.Max(inside[^1], upper),
            [.. sorted.Where(value => value < lower - reach || value > upper + reach)]
        );
    }

    private static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        var at = Math.Clamp((share * sorted.Count) - 0.5, 0, sorted.Count - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
