using System.Globalization;
using ClientAuth.Lab.Expectations;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab.Measuring;

/// <summary>
/// What a lesson measured, and what it claims about that. A claim is held against the samples: one that does not hold is an exception,
/// and one that does stands below the chart.
/// </summary>
public sealed class Measured
{
    // Two thirds: a difference that is there shows in nearly all rounds, and one that is not in half of them.
    private const double MostRounds = 2 / 3.0;

    private const string WhenBusy = "If this machine is busy, run the cell again.";

    private readonly string _title;
    private readonly TimeUnit _unit;
    private readonly AxisScale _scale;
    private readonly IReadOnlyList<string> _claims;

    internal Measured(
        string title,
        TimeUnit unit,
        AxisScale scale,
        IReadOnlyList<Measurement> measurements,
        params IReadOnlyList<string> claims
    )
    {
        (_title, _unit, _scale, Measurements, _claims) = (title, unit, scale, measurements, claims);
    }

    /// <summary>Each with all its samples, in the order of the rounds.</summary>
    public IReadOnlyList<Measurement> Measurements { get; }

    /// <summary>The measurement that is called so: its variant, and behind a comma its part, if it has one.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public Measurement this[string name] =>
        Measurements.FirstOrDefault(one => NameOf(one) == name)
        ?? throw new ArgumentException(
            $"'{name}' was not measured; there are: {string.Join("; ", Measurements.Select(NameOf))}.",
            nameof(name)
        );

    /// <summary>Claims that one takes less time than the other: by the median, and in at least two of three rounds.</summary>
    /// <exception cref="LessonExpectationException">It does not hold; the message has both medians and their spread.</exception>
    public Measured MustBeFaster(string faster, string slower)
    {
        Hold(faster, slower);
        return With($"{faster} takes less time than {slower}");
    }

    /// <summary>Claims the same of each of these and the next.</summary>
    /// <param name="names">From the one that takes least time on.</param>
    /// <exception cref="LessonExpectationException">Two of them are the other way round; the message has both medians and their spread.</exception>
    public Measured MustOrder(params IReadOnlyList<string> names)
    {
        foreach (var (faster, slower) in names.Zip(names.Skip(1)))
        {
            Hold(faster, slower);
        }

        return With($"in this order, the fastest first: {string.Join("; ", names)}");
    }

    /// <summary>
    /// Claims that neither takes much longer than the other, by the tenth percentile: on a busy machine half of the samples may hold
    /// a wait for the processor, and the median is then one of this wait or one of none. The fastest tenth is the work itself.
    /// </summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="within">The largest ratio of the two.</param>
    /// <exception cref="LessonExpectationException">It does not hold; the message has both medians and their spread.</exception>
    public Measured MustTakeAboutAsLong(string one, string other, double within)
    {
        var (a, b) = (this[one], this[other]);
        var ratio = Math.Max(a.Low, b.Low) / Math.Min(a.Low, b.Low);
        var factor = within.ToString("0.##", CultureInfo.InvariantCulture);
        return ratio <= within
            ? With($"the fastest tenth of {one} and of {other} differ by less than a factor of {factor}")
            : throw new LessonExpectationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Expected the fastest tenth of '{one}' and of '{other}' to differ by less than a factor of {factor}. They differ by {ratio:0.##}: {Describe(a)} against {Describe(b)}. {WhenBusy}"
                )
            );
    }

    /// <summary>All samples, with median and spread.</summary>
    public MeasurementChart Chart() => new(_title, _unit, _scale, Measurements, _claims);

    /// <summary>The medians of the parts, stacked: a bar for each variant. For requests whose parts are their phases.</summary>
    public RequestTimingChart PhaseChart() =>
        new([
            .. Measurements
                .GroupBy(one => one.Variant)
                .Select(variant => new MethodTiming(
                    variant.Key,
                    [.. variant.Select(phase => new RecordedPhase(phase.Part, TimeSpan.FromMicroseconds(phase.Median)))]
                )),
        ]);

    private void Hold(string faster, string slower)
    {
        var (a, b) = (this[faster], this[slower]);
        // One sample stands against each of the other's.
        var rounds = Math.Max(a.Samples.Count, b.Samples.Count);
        var won = Enumerable.Range(0, rounds).Count(i => Sample(a, i) < Sample(b, i));
        if (a.Median >= b.Median || won < rounds * MostRounds)
        {
            throw new LessonExpectationException(
                $"Expected '{faster}' to take less time than '{slower}', by the median and in two of three rounds. "
                    + $"It did in {won} of {rounds} rounds: {Describe(a)} against {Describe(b)}. {WhenBusy}"
            );
        }
    }

    private Measured With(string claim) => new(_title, _unit, _scale, Measurements, [.. _claims, claim]);

    private string Describe(Measurement one) =>
        $"median {Show(one.Median)} (10 to 90 %: {Show(one.Low)} to {Show(one.High)})";

    private string Show(double microseconds) =>
        _unit == TimeUnit.Microsecond
            ? string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.##} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:0.##} ms");

    private static double Sample(Measurement one, int round) => one.Samples[Math.Min(round, one.Samples.Count - 1)];

    private static string NameOf(Measurement one) => one.Part.Length == 0 ? one.Variant : $"{one.Variant}, {one.Part}";
}
