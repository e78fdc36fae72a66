namespace ClientAuth.Visuals.Measurements;

/// <summary>Quantiles of samples, in proportion between the two samples around them (type 7 of Hyndman and Fan, 1996).</summary>
internal static class Quantiles
{
    /// <param name="samples">In any order; none gives zero.</param>
    /// <param name="share">From 0, the least, to 1, the greatest.</param>
    public static double Of(IReadOnlyList<double> samples, double share)
    {
        if (samples.Count == 0)
        {
            return 0;
        }

        double[] sorted = [.. samples.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
