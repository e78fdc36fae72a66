namespace Ratios.Results;

/// <summary>One line of the table: what was measured, and whether the ratio is what it should be.</summary>
/// <param name="What">What is measured, and against what.</param>
/// <param name="Pairs">What each round of the two gave.</param>
internal sealed record Ratio(Comparison What, IReadOnlyList<Pair> Pairs)
{
    private Goal Goal => What.Goal;

    /// <summary>The median of what is measured.</summary>
    public double Subject => Median(Pairs.Select(pair => pair.Subject));

    /// <summary>The median of what it is measured against.</summary>
    public double Reference => Median(Pairs.Select(pair => pair.Reference));

    /// <summary>The ratio of the two medians, in the direction that the goal has.</summary>
    public double Value => Goal.Of(Subject, Reference);

    /// <summary>The least and the greatest ratio of a single pair of rounds.</summary>
    public (double Least, double Greatest) Spread =>
        (
            Pairs.Min(pair => Goal.Of(pair.Subject, pair.Reference)),
            Pairs.Max(pair => Goal.Of(pair.Subject, pair.Reference))
        );

    public bool IsMet => Goal.IsMetBy(Value);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

/// <summary>Two rounds, one right after the other: both had the same machine with the same other work.</summary>
/// <param name="Subject">The figure of what is measured.</param>
/// <param name="Reference">The figure of the floor or the peer.</param>
internal readonly record struct Pair(double Subject, double Reference);

/// <summary>What a ratio should be.</summary>
/// <param name="Bound">The number.</param>
/// <param name="IsSpeed">Whether the ratio is that of speeds, which should be at least the bound; otherwise it is that of costs, at most the bound.</param>
internal sealed record Goal(double Bound, bool IsSpeed)
{
    public static Goal CostAtMost(double bound) => new(bound, IsSpeed: false);

    /// <summary>For a figure that is shown and not judged.</summary>
    public static Goal None { get; } = new(double.PositiveInfinity, IsSpeed: false);

    public static Goal SpeedAtLeast(double bound) => new(bound, IsSpeed: true);

    /// <summary>Of two costs: how much more the one costs, or how much faster it is.</summary>
    public double Of(double subject, double reference) => IsSpeed ? reference / subject : subject / reference;

    public bool IsMetBy(double ratio) => IsSpeed ? ratio >= Bound : ratio <= Bound;

    public override string ToString() =>
        this == None ? "none" : FormattableString.Invariant($"{(IsSpeed ? "at least" : "at most")} {Bound}");
}
