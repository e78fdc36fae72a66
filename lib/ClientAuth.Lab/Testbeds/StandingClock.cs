namespace ClientAuth.Lab.Testbeds;

/// <summary>A machine whose date stands still: only a testbed's clock moves it, or nothing does. Timers run.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
