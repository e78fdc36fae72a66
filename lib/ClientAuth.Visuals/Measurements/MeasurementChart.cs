using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Measurements;

/// <summary>How long things took: every sample as a point, with median and spread, and what was claimed about them below.</summary>
public sealed class MeasurementChart : Chart
{
    private readonly MeasurementFigure _figure;

    /// <param name="title">What was measured.</param>
    /// <param name="unit">What the axis counts in.</param>
    /// <param name="scale">How its steps grow.</param>
    /// <param name="measurements">Rows and series in the order in which they first occur.</param>
    /// <param name="claims">Sentences that were held against the samples before.</param>
    public MeasurementChart(
        string title,
        TimeUnit unit,
        AxisScale scale,
        IReadOnlyList<Measurement> measurements,
        params IReadOnlyList<string> claims
    )
        : this(Read(title, unit, scale, measurements, claims)) { }

    private MeasurementChart(MeasurementFigure figure)
        : base(figure) => _figure = figure;

    private protected override string Summary() =>
        _figure.Lanes.Count == 0
            ? $"{Title}: nothing was measured"
            : string.Join(". ", [$"{Title}: {string.Join("; ", _figure.Lanes.Select(Describe))}", .. _figure.Notes]);

    private string Describe(SampleLane lane) =>
        $"{_figure.Rows[lane.Row]}{(_figure.Series[lane.Series] is { Length: > 0 } part ? $", {part}" : "")} "
        + $"{_figure.Label(lane)} ({Numbers.Significant(lane.Low)} to {Numbers.Significant(lane.High)})";

    private static MeasurementFigure Read(
        string title,
        TimeUnit unit,
        AxisScale scale,
        IReadOnlyList<Measurement> measurements,
        IReadOnlyList<string> claims
    )
    {
        List<string> rows = [.. measurements.Select(one => one.Variant).Distinct()];
        List<string> series = [.. measurements.Select(one => one.Part).Distinct()];
        SampleLane[] lanes =
        [
            .. measurements.Select(one => new SampleLane(
                rows.IndexOf(one.Variant),
                series.IndexOf(one.Part),
                [.. one.Samples.Select(sample => Durations.In(unit, sample))],
                Durations.In(unit, one.Low),
                Durations.In(unit, one.Median),
                Durations.In(unit, one.High),
                one.AllocatedBytes
            )),
        ];
        return new MeasurementFigure(
            title,
            $"time ({Durations.Symbol(unit)}){(scale == AxisScale.Logarithmic ? ", logarithmic" : "")}",
            "measured",
            Durations.Symbol(unit),
            rows,
            series,
            lanes,
            [.. claims.Select(claim => $"✓ asserted: {claim}")],
            MeasuredAxis.Of(lanes, scale)
        );
    }
}
