namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>
/// Chooses which of many points are shown. Of each run of neighbours the first, the lowest, the highest and the last stay, so
/// that a line keeps its outline and its peaks.
/// </summary>
internal static class Thinning
{
    /// <summary>Positions that stay, in order; all where there are few.</summary>
    /// <param name="values">NaN has no height.</param>
    /// <param name="limit">About how many may stay.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<double> values, int limit)
    {
        if (values.Count <= limit)
        {
            return [.. Enumerable.Range(0, values.Count)];
        }

        var run = (int)Math.Ceiling(values.Count * 4.0 / limit);
        var chosen = new List<int>(limit + 4);
        for (var first = 0; first < values.Count; first += run)
        {
            chosen.AddRange(Corners(values, first, Math.Min(first + run, values.Count) - 1));
        }

        return chosen;
    }

    private static IEnumerable<int> Corners(IReadOnlyList<double> values, int first, int last)
    {
        var (lowest, highest) = (first, first);
        for (var i = first; i <= last; i++)
        {
            lowest = !(values[lowest] <= values[i]) && !double.IsNaN(values[i]) ? i : lowest;
            highest = !(values[highest] >= values[i]) && !double.IsNaN(values[i]) ? i : highest;
        }

        return new[] { first, lowest, highest, last }.Distinct().Order();
    }
}
