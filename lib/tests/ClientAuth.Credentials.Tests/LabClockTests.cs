using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Credentials.Tests;

public sealed class LabClockTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_runs_with_the_machine_and_keeps_its_lead()
    {
        var machine = new FakeTimeProvider(NewYear);
        var clock = new LabClock(machine);

        clock.Advance(TimeSpan.FromHours(1));
        machine.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 1, 1, 0, TimeSpan.Zero), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(1), clock.Offset);
    }

    [Fact]
    public void Moving_it_does_not_move_what_is_measured()
    {
        var machine = new FakeTimeProvider();
        var clock = new LabClock(machine);
        var started = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(started));
    }

    [Fact]
    public void Advancing_does_not_go_back()
    {
        var clock = new LabClock(TimeProvider.System);

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public void It_goes_back_where_that_is_asked_for()
    {
        var clock = new LabClock(new FakeTimeProvider(NewYear));

        clock.Move(TimeSpan.FromHours(-2));

        Assert.Equal(NewYear.AddHours(-2), clock.GetUtcNow());
    }

    [Fact]
    public void It_can_be_set_and_runs_on_from_there()
    {
        var machine = new FakeTimeProvider(NewYear);
        var clock = new LabClock(machine);

        clock.Set(NewYear.AddYears(-1));
        machine.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(NewYear.AddYears(-1).AddSeconds(5), clock.GetUtcNow());
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(-40_000)]
    public void It_stays_within_a_century_of_the_machine(int days)
    {
        var clock = new LabClock(new FakeTimeProvider(NewYear));

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Move(TimeSpan.FromDays(days)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Move(days < 0 ? TimeSpan.MinValue : TimeSpan.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Set(NewYear.AddDays(days)));
        Assert.Equal(NewYear, clock.GetUtcNow());
    }

    [Fact]
    public void Timers_run_with_the_machine()
    {
        var machine = new FakeTimeProvider(NewYear);
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(10), new LabClock(machine));

        machine.Advance(TimeSpan.FromSeconds(10));

        Assert.True(source.IsCancellationRequested);
    }
}
