namespace ClientAuth.Visuals.Measurements;

/// <summary>The samples of one measurement, in the unit of the chart.</summary>
/// <param name="Row">Which row they lie in.</param>
/// <param name="Series">Which series they belong to.</param>
/// <param name="Samples">In the order of the rounds.</param>
/// <param name="Low">A tenth of them is less.</param>
/// <param name="Median">Half of them are less.</param>
/// <param name="High">A tenth of them is greater.</param>
/// <param name="AllocatedBytes">By one run; null where that was not counted.</param>
internal sealed record SampleLane(
    int Row,
    int Series,
    IReadOnlyList<double> Samples,
    double Low,
    double Median,
    double High,
    double? AllocatedBytes
)
{
    private const double GoldenRatio = 0.618_034;

    /// <summary>Where a sample lies across the lane, from -0.5 to 0.5: spread evenly, and the same in every form.</summary>
    public static double Across(int sample) => Math.Round((sample * GoldenRatio % 1) - 0.5, 3);
}
