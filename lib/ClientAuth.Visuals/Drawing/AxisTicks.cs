namespace ClientAuth.Visuals.Drawing;

/// <summary>Round numbers along an axis.</summary>
internal static class AxisTicks
{
    private const int AtMost = 6;

    /// <summary>Steps of 1, 2 or 5 times a power of ten; the last tick is not above <paramref name="highest"/>.</summary>
    public static IReadOnlyList<double> For(double highest)
    {
        var step = Step(highest > 0 ? highest : 1);
        var count = (int)Math.Floor((highest / step) + 1e-9); // 0.3 / 0.05 is a little less than 6
        return [.. Enumerable.Range(0, count + 1).Select(i => Math.Round(i * step, 6))];
    }

    /// <summary>Steps as above, between any two ends.</summary>
    public static IReadOnlyList<double> Between(double low, double high)
    {
        var step = Step(high - low);
        var first = Math.Ceiling((low / step) - 1e-9);
        var count = (int)Math.Floor((high / step) - first + 1e-9) + 1;
        return [.. Enumerable.Range(0, Math.Clamp(count, 0, AtMost * 2)).Select(i => Round((first + i) * step, step))];
    }

    /// <summary>The step itself, of an axis that is so long.</summary>
    public static double Step(double highest)
    {
        var least = highest / AtMost;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1.0, 2, 5, 10 }.Select(factor => factor * power).First(step => step >= least * 0.999_999);
    }

    // 3 * 0.1 is a little more than 0.3.
    private static double Round(double value, double step) =>
        Math.Round(value, (int)Math.Clamp(1 - Math.Floor(Math.Log10(step)), 0, 15));
}
