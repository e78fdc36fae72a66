namespace ClientAuth.Visuals.Measurements;

/// <summary>How long one thing took, many times over.</summary>
/// <param name="Variant">What was measured: a row of the chart.</param>
/// <param name="Part">Which part of it, such as <c>sign</c> or <c>second request</c>; empty where there is one only.</param>
/// <param name="Samples">Microseconds, in the order of the rounds.</param>
public sealed record Measurement(string Variant, string Part, IReadOnlyList<double> Samples)
{
    /// <summary>Bytes that one run allocated on the managed heap; null where that was not counted.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>The median, in microseconds.</summary>
    public double Median => Quantiles.Of(Samples, 0.5);

    /// <summary>The first decile: a tenth of the samples is less.</summary>
    public double Low => Quantiles.Of(Samples, 0.1);

    /// <summary>The last decile: a tenth of the samples is greater.</summary>
    public double High => Quantiles.Of(Samples, 0.9);
}
