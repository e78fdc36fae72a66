namespace ClientAuth.Visuals.Timelines;

/// <summary>A stretch of a row.</summary>
/// <param name="Series">Which series it belongs to, by its place in the figure.</param>
/// <param name="From">Where it begins, in the unit of the axis.</param>
/// <param name="To">Where it ends.</param>
internal sealed record TimelineSpan(int Series, double From, double To);
