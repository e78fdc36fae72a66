namespace ClientAuth.Visuals.Drawing;

/// <summary>An axis of numbers, from its first to its last.</summary>
/// <param name="Start">Where it begins; above zero where it is logarithmic.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsLogarithmic">Whether a step is a factor.</param>
internal sealed record ValueAxis(double Start, double End, bool IsLogarithmic = false)
{
    // Over two and a half powers of ten, numbers between them would touch on a phone.
    private const double MostForSteps = 316;

    /// <summary>How far apart the ticks of a linear axis are, where that has a meaning; null leaves it to round numbers.</summary>
    public double? Step { get; init; }

    /// <summary>Round numbers along it: of a logarithmic one the powers of ten, and where these are few, twice and five times each.</summary>
    public IReadOnlyList<double> Ticks =>
        IsLogarithmic ? Powers()
        : Step is { } step
            ? [.. Enumerable.Range(0, (int)(End / step) + 1).Select(i => i * step).Where(tick => tick >= Start)]
        : AxisTicks.Between(Start, End);

    /// <summary>How far along the axis a value is, from 0 to 1; one beyond an end is at that end.</summary>
    public double Share(double value) =>
        Math.Clamp(
            IsLogarithmic
                ? Math.Log(Math.Max(value, Start) / Start) / Math.Log(End / Start)
                : (value - Start) / (End - Start),
            0,
            1
        );

    /// <summary>As plotly.js wants it: of a logarithmic axis the exponents.</summary>
    public double[] PlotlyRange =>
        IsLogarithmic ? [Math.Round(Math.Log10(Start), 4), Math.Round(Math.Log10(End), 4)] : [Start, End];

    private bool HasFewPowers => End / Start < MostForSteps;

    private double[] Powers()
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(Start)), (int)Math.Floor(Math.Log10(End)));
        double[] steps = HasFewPowers ? [1, 2, 5] : [1];
        return
        [
            .. Enumerable
                .Range(first, last - first + 1)
                .SelectMany(power => steps.Select(step => step * Math.Pow(10, power)))
                .Where(tick => tick >= Start && tick <= End),
        ];
    }
}
