using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class CheckOrderTests
{
    [Theory]
    [InlineData("a b c", "a", "a b c")]
    [InlineData("a", "a b c", "a b c")]
    [InlineData("a b d", "a c d", "a c b d")]
    [InlineData("a b c", "x b", "x a b c")]
    [InlineData("", "a", "a")]
    public void The_order_agrees_with_each_trace(string one, string other, string order) =>
        Assert.Equal(order.Split(' '), CheckOrder.Of([SampleTrace.Of(Names(one)), SampleTrace.Of(Names(other))]));

    private static string[] Names(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
