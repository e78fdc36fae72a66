using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.Tests.Drawing;

public sealed class AxisTicksTests
{
    [Theory]
    [InlineData(16.87, new[] { 0.0, 5, 10, 15 })]
    [InlineData(12, new[] { 0.0, 2, 4, 6, 8, 10, 12 })]
    [InlineData(0.3, new[] { 0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3 })]
    [InlineData(0, new[] { 0.0 })]
    public void Ticks_are_round_and_stay_within_the_axis(double highest, double[] ticks) =>
        Assert.Equal(ticks, AxisTicks.For(highest));
}
