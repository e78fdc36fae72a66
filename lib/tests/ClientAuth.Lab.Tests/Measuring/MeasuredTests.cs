using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab.Tests.Measuring;

/// <summary>Claims, held against samples that are given here.</summary>
public sealed class MeasuredTests
{
    private static readonly Measured Measured = new(
        "t",
        TimeUnit.Millisecond,
        AxisScale.Linear,
        [
            new Measurement("fast", "", [1000, 2000, 3000]),
            new Measurement("slow", "sign", [4000, 5000, 1500]),
            new Measurement("slowest", "", [9000, 9000, 9000]),
            new Measurement("once", "", [2500]),
        ]
    );

    [Fact]
    public void A_claim_that_holds_in_two_of_three_rounds_and_by_the_median_stands_below_the_chart() =>
        Assert.EndsWith(
            "✓ asserted: fast takes less time than slow, sign",
            Measured.MustBeFaster("fast", "slow, sign").Chart().ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_claim_that_does_not_hold_says_both_medians_and_their_spread() =>
        Assert.Equal(
            "Expected 'slow, sign' to take less time than 'fast', by the median and in two of three rounds. "
                + "It did in 1 of 3 rounds: median 4 ms (10 to 90 %: 2 ms to 4.8 ms) against median 2 ms (10 to 90 %: 1.2 ms to 2.8 ms). If this machine is busy, run the cell again.",
            Assert.Throws<LessonExpectationException>(() => Measured.MustBeFaster("slow, sign", "fast")).Message
        );

    [Fact]
    public void A_lower_median_is_not_enough_where_half_of_the_rounds_say_otherwise()
    {
        var measured = Of([1, 1, 1, 9, 9], [2, 2, 0.5, 8, 8]);

        Assert.Equal(
            "Expected 'a' to take less time than 'b', by the median and in two of three rounds. It did in 2 of 5 rounds: "
                + "median 1 µs (10 to 90 %: 1 µs to 9 µs) against median 2 µs (10 to 90 %: 1.1 µs to 8 µs). If this machine is busy, run the cell again.",
            Assert.Throws<LessonExpectationException>(() => measured.MustBeFaster("a", "b")).Message
        );
    }

    [Fact]
    public void Equal_samples_are_no_order() =>
        Assert.Throws<LessonExpectationException>(() => Of([1, 1], [1, 1]).MustBeFaster("a", "b"));

    [Fact]
    public void One_sample_is_compared_with_all_of_the_other()
    {
        Measured.MustBeFaster("once", "slowest");

        Assert.StartsWith(
            "Expected 'once' to take less time than 'fast', by the median and in two of three rounds. It did in 1 of 3 rounds",
            Assert.Throws<LessonExpectationException>(() => Measured.MustBeFaster("once", "fast")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_order_is_claimed_of_each_and_the_next()
    {
        Assert.EndsWith(
            "✓ asserted: in this order, the fastest first: fast; slow, sign; slowest",
            Measured.MustOrder("fast", "slow, sign", "slowest").Chart().ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Expected 'slowest' to take less time than 'slow, sign'",
            Assert
                .Throws<LessonExpectationException>(() => Measured.MustOrder("fast", "slowest", "slow, sign"))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void About_as_long_is_a_ratio_of_tenth_percentiles_either_way()
    {
        Measured.MustTakeAboutAsLong("fast", "slow, sign", within: 2);
        Measured.MustTakeAboutAsLong("slow, sign", "fast", within: 2);

        Assert.Equal(
            "Expected the fastest tenth of 'fast' and of 'slowest' to differ by less than a factor of 2. They differ by 7.5: "
                + "median 2 ms (10 to 90 %: 1.2 ms to 2.8 ms) against median 9 ms (10 to 90 %: 9 ms to 9 ms). If this machine is busy, run the cell again.",
            Assert
                .Throws<LessonExpectationException>(() => Measured.MustTakeAboutAsLong("fast", "slowest", within: 2))
                .Message
        );
    }

    [Fact]
    public void Waits_for_a_busy_processor_in_half_of_the_samples_do_not_make_one_take_longer() =>
        Of([2, 2, 2, 12, 12, 12], [2, 2, 2, 2, 12, 12]).MustTakeAboutAsLong("a", "b", within: 2);

    [Fact]
    public void A_name_that_was_not_measured_is_answered_with_those_that_were() =>
        Assert.Equal(
            "'slow' was not measured; there are: fast; slow, sign; slowest; once. (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => Measured.MustBeFaster("fast", "slow")).Message
        );

    [Fact]
    public void Phases_are_stacked_from_their_medians()
    {
        var phases = new Measured(
            "t",
            TimeUnit.Millisecond,
            AxisScale.Linear,
            [
                new Measurement("secret", "connect", [100, 200, 900]),
                new Measurement("secret", "handshake", [3000, 2000, 1000]),
            ]
        );

        Assert.Equal(
            "Where the milliseconds of one request go: secret 2.2 ms, longest handshake with 2 ms",
            phases.PhaseChart().ToString()
        );
    }

    private static Measured Of(double[] a, double[] b) =>
        new("t", TimeUnit.Microsecond, AxisScale.Linear, [new Measurement("a", "", a), new Measurement("b", "", b)]);
}
