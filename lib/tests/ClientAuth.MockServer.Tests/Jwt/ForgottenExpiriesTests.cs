using ClientAuth.MockServer.Jwt;

namespace ClientAuth.MockServer.Tests.Jwt;

/// <summary>Spans of time stand for the uses that are no longer remembered: none of those is ever outside, however many there are.</summary>
public sealed class ForgottenExpiriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_forgotten_time_is_covered_however_many_lie_far_apart()
    {
        var times = Enumerable.Range(0, 600).Select(i => Start.AddHours(i)).ToList();
        var forgotten = new ForgottenExpiries();
        foreach (var time in times)
        {
            forgotten.Add([time]);
        }

        Assert.All(times, time => Assert.True(forgotten.Cover(time)));
        Assert.False(forgotten.Cover(Start.AddHours(-1)));
        Assert.False(forgotten.Cover(times[^1].AddHours(1)));
        // Of equal gaps, all are closed where there are too many: the spans are bounded.
        Assert.True(forgotten.Cover(Start.AddMinutes(30)));
    }

    [Fact]
    public void Between_two_times_that_are_far_apart_nothing_is_covered()
    {
        var forgotten = new ForgottenExpiries();
        forgotten.Add([Start, Start.AddHours(1)]);

        Assert.True(forgotten.Cover(Start));
        Assert.False(forgotten.Cover(Start.AddMinutes(30)));
    }
}
