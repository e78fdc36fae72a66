using ClientAuth.Lab.Measuring;

namespace ClientAuth.Lab.Tests.Measuring;

public sealed class MeasuringRoomTests
{
    private readonly TickingClock _clock = new();
    private readonly List<string> _runs = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_round_runs_every_variant_once_before_any_is_run_again()
    {
        await Room(rounds: 6, warmUps: 2).RunAsync([Taking("a", 1), Taking("b", 1), Taking("c", 1)], Cancellation);

        Assert.Equal(8, _runs.Chunk(3).Count());
        Assert.All(_runs.Chunk(3), round => Assert.Equal(["a", "b", "c"], round.Order()));
    }

    [Fact]
    public async Task The_order_differs_from_round_to_round_and_is_that_of_the_random_source()
    {
        var trials = new[] { Taking("a", 1), Taking("b", 1), Taking("c", 1) };
        await Room(rounds: 10).RunAsync(trials, Cancellation);
        var first = string.Concat(_runs);
        _runs.Clear();

        await Room(rounds: 10).RunAsync(trials, Cancellation);

        Assert.Equal(first, string.Concat(_runs));
        Assert.True(_runs.Chunk(3).Select(round => string.Concat(round)).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Warm_up_runs_are_run_and_not_counted()
    {
        var took = 1000L;

        var measured = await Room(rounds: 3, warmUps: 2)
            .RunAsync([Doing("slower at first", () => _clock.Spend(took /= 10))], Cancellation);

        Assert.Equal([1, 0, 0], measured.Single().Samples);
        Assert.Equal(5, _runs.Count);
    }

    [Fact]
    public async Task Each_part_of_a_variant_has_samples_of_its_own()
    {
        var parts = new Trial(
            "m",
            _ =>
                Task.FromResult<IReadOnlyList<Lap>>([
                    new("first", TimeSpan.FromMicroseconds(5)),
                    new("second", TimeSpan.FromMicroseconds(2)),
                ])
        );

        var measured = await Room(rounds: 2).RunAsync([parts], Cancellation);

        Assert.Equal(["first", "second"], measured.Select(one => one.Part));
        Assert.Equal([5, 5], measured[0].Samples);
        Assert.Equal([2, 2], measured[1].Samples);
    }

    [Fact]
    public void A_sample_of_a_short_computation_is_the_mean_of_a_batch_that_the_clock_can_tell()
    {
        var runs = 0;

        var measured = Room(rounds: 4, warmUps: 3)
            .Compute([new Computation("HS256", "sign", () => _clock.Spend(++runs % 2 == 0 ? 1 : 2))])
            .Single();

        Assert.Equal([1.5, 1.5, 1.5, 1.5], measured.Samples);
        // 3 to warm up, then batches of 1, 2, 4 … 128, of which the last takes more than 100 µs, then 4 rounds.
        Assert.Equal(3 + 255 + (4 * 128), runs);
    }

    [Fact]
    public void A_long_computation_is_run_once_for_each_sample()
    {
        var runs = 0;

        Room(rounds: 4, warmUps: 3)
            .Compute([
                new Computation(
                    "RS256",
                    "sign",
                    () =>
                    {
                        runs++;
                        _clock.Spend(4000);
                    }
                ),
            ]);

        Assert.Equal(3 + 1 + 4, runs);
    }

    [Fact]
    public void What_a_computation_allocates_is_counted_for_one_run()
    {
        byte[] kept = [];

        var measured = Room(rounds: 5)
            .Compute([
                new Computation(
                    "m",
                    "",
                    () =>
                    {
                        kept = new byte[1000];
                        _clock.Spend(200);
                    }
                ),
            ])
            .Single();

        Assert.Equal(1000, kept.Length);
        Assert.InRange(measured.AllocatedBytes!.Value, 1000, 1100);
    }

    private MeasuringRoom Room(int rounds, int warmUps = 0) =>
        new(_clock, new Random(1)) { Rounds = rounds, WarmUps = warmUps };

    private Trial Taking(string variant, long microseconds) => Doing(variant, () => _clock.Spend(microseconds));

    private Trial Doing(string variant, Action work) =>
        new(
            variant,
            _ =>
                Room(rounds: 0)
                    .TimeAsync(() =>
                    {
                        _runs.Add(variant);
                        work();
                        return Task.CompletedTask;
                    })
        );
}
