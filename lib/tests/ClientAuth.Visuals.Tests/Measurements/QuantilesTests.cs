using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Visuals.Tests.Measurements;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 8.4)]
    [InlineData(1, 12)]
    public void A_quantile_lies_in_proportion_between_the_samples_around_it(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Of([12, 1, 3, 2, 3], share), precision: 10);

    [Fact]
    public void The_median_of_an_even_number_of_samples_is_the_middle_of_the_two_in_the_middle() =>
        Assert.Equal(2.5, Quantiles.Of([4, 1, 3, 2], 0.5));

    [Fact]
    public void One_sample_is_every_quantile_of_itself() =>
        Assert.Equal([7, 7, 7], new[] { 0, 0.5, 1 }.Select(share => Quantiles.Of([7], share)));

    [Fact]
    public void Without_samples_there_is_nothing() => Assert.Equal(0, Quantiles.Of([], 0.5));
}
