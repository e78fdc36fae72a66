using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Tests.Checks;

public sealed class QuotedSecondsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(1, 1)]
    [InlineData(59.2, 60)]
    [InlineData(-0.5, 0)]
    public void A_part_of_a_second_counts_as_a_whole_one(double seconds, int rounded) =>
        Assert.Equal(TimeSpan.FromSeconds(rounded), Quote.WholeSeconds(TimeSpan.FromSeconds(seconds)));
}
