namespace ClientAuth.Visuals.Charts;

/// <summary>Round numbers along an axis from 0.</summary>
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

    private static double Step(double highest)
    {
        var least = highest / AtMost;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1.0, 2, 5, 10 }.Select(factor => factor * power).First(step => step >= least * 0.999_999);
    }
}
