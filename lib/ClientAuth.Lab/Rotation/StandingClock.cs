namespace ClientAuth.Lab.Rotation;

/// <summary>A machine whose date stands still, so that only the lab's clock moves it and a year has the same figures every time. Timers run.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
