using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Networks;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Lab.Measuring;

/// <summary>
/// How many round trips each variant took over a slow network, and how long. The count does not depend on the machine: it is the least of
/// a few runs, since a client that the machine stops within its work may need one more. Claims are those of TLS 1.3: where the system's
/// ends at 1.2, as on macOS (dotnet/runtime#117428), a handshake takes a round trip more, and nothing is claimed.
/// </summary>
public sealed class MeasuredRoundTrips
{
    // Waits cost time, and counts need few runs.
    private const int RunsOfEach = 3;

    private readonly TimeSpan _roundTrip;
    private readonly IReadOnlyList<RoundTripTrial> _trials;
    private readonly IReadOnlyList<string> _claims;
    private readonly bool _hasTls13;

    /// <param name="roundTrip">Of the network.</param>
    /// <param name="runs">Of each variant several.</param>
    /// <param name="hasTls13">Whether clients of this system can use it.</param>
    internal MeasuredRoundTrips(TimeSpan roundTrip, IReadOnlyList<IReadOnlyList<RoundTripTrial>> runs, bool hasTls13)
    {
        _roundTrip = roundTrip;
        _hasTls13 = hasTls13;
        _trials = [.. runs.Select(TheMiddleOne)];
        _claims = [];
    }

    private MeasuredRoundTrips(MeasuredRoundTrips measured, string claim)
    {
        (_roundTrip, _trials, _hasTls13) = (measured._roundTrip, measured._trials, measured._hasTls13);
        _claims = [.. measured._claims, claim];
    }

    /// <summary>Asks as each variant says, once to warm up, then a few times and in turns, over a slow network.</summary>
    /// <exception cref="ArgumentException">A variant makes no sense; the message says why.</exception>
    /// <exception cref="LessonExpectationException">The server refused one.</exception>
    internal static async Task<MeasuredRoundTrips> OfAsync(
        Testbed testbed,
        SlowNetwork network,
        IReadOnlyList<ClientVariant> variants,
        CancellationToken cancellationToken
    )
    {
        List<VariantRun> all =
        [
            .. variants.Select(variant => new VariantRun(
                variant.By(variant.Method ?? RegisteredMethod.Of(testbed.Client(variant.ClientId))),
                network,
                testbed
            )),
        ];
        try
        {
            var room = new MeasuringRoom(testbed.Clock, new Random(MeasuringRoom.Seed))
            {
                WarmUps = 1,
                Rounds = RunsOfEach,
            };
            return new MeasuredRoundTrips(
                network.RoundTrip,
                await room.InTurnsAsync(all, one => one.RunAsync(cancellationToken)),
                hasTls13: !OperatingSystem.IsMacOS()
            );
        }
        finally
        {
            all.ForEach(one => one.Dispose());
        }
    }

    /// <summary>Of each variant the run that took the median time.</summary>
    internal IReadOnlyList<RoundTripTrial> Trials => _trials;

    /// <summary>The names of the variants, those with the fewest round trips first.</summary>
    public IReadOnlyList<string> FewestFirst =>
        [.. _trials.OrderBy(trial => trial.RoundTrips).Select(trial => trial.Variant)];

    /// <summary>The round trips of the variant that is called so.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public int this[string variant] =>
        _trials.FirstOrDefault(trial => trial.Variant == variant)?.RoundTrips
        ?? throw new ArgumentException(
            $"'{variant}' was not measured; there are: {string.Join("; ", _trials.Select(trial => trial.Variant))}.",
            nameof(variant)
        );

    /// <summary>Claims how many round trips each of these takes.</summary>
    /// <exception cref="LessonExpectationException">One of them takes another number.</exception>
    public MeasuredRoundTrips MustTake(params IReadOnlyList<(string Variant, int RoundTrips)> expected)
    {
        foreach (var (variant, roundTrips) in expected)
        {
            if (this[variant] != roundTrips && _hasTls13)
            {
                throw new LessonExpectationException(
                    $"Expected '{variant}' to take {roundTrips} round trips; it took {this[variant]}."
                );
            }
        }

        return Claiming($"these numbers of round trips: {string.Join(", ", expected.Select(one => one.RoundTrips))}");
    }

    /// <summary>Each variant as the run went that took the median time.</summary>
    public RoundTripChart Chart() => new(_roundTrip, _trials, _claims);

    private MeasuredRoundTrips Claiming(string claim) => _hasTls13 ? new(this, claim) : this;

    private static RoundTripTrial TheMiddleOne(IEnumerable<RoundTripTrial> runs)
    {
        List<RoundTripTrial> byTime = [.. runs.OrderBy(Took)];
        return byTime[byTime.Count / 2] with { RoundTrips = byTime.Min(run => run.RoundTrips) };
    }

    private static TimeSpan Took(RoundTripTrial run) => run.Phases[^1].Started!.Value + run.Phases[^1].Duration;
}
