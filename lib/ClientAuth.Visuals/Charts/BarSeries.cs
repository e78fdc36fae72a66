namespace ClientAuth.Visuals.Charts;

/// <summary>One part of every bar: a value for each category, 0 where the category has no such part.</summary>
internal sealed record BarSeries(string Name, IReadOnlyList<double> Values, SeriesLook Look);
