using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Lab.Tests;

public sealed class LabClockTests
{
    [Fact]
    public void It_runs_with_the_machine_and_keeps_its_lead()
    {
        var machine = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
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
    public void It_does_not_go_back()
    {
        var clock = new LabClock(TimeProvider.System);

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }
}
