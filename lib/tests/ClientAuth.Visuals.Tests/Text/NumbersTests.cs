using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Tests.Text;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0.004, "0.00 ms")]
    [InlineData(0.344, "0.34 ms")]
    [InlineData(0.996, "1.0 ms")]
    [InlineData(4.72, "4.7 ms")]
    [InlineData(9.96, "10 ms")]
    [InlineData(35.08, "35 ms")]
    public void A_time_has_no_more_digits_than_one_run_deserves(double milliseconds, string shown) =>
        Assert.Equal(shown, Numbers.Rough(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("30.00:00:00", "30 days")]
    [InlineData("1.00:05:00", "1 day 5 minutes")]
    [InlineData("01:05:00", "1 hour 5 minutes")]
    [InlineData("00:00:59", "less than a minute")]
    public void A_lifetime_is_told_in_words(string span, string shown) =>
        Assert.Equal(shown, Numbers.Long(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));
}
