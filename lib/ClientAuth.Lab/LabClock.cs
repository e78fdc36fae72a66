namespace ClientAuth.Lab;

/// <summary>
/// The lab's time: it runs with the machine's clock and can be moved, so that a lesson need not wait for something to expire.
/// Durations are measured on the machine's monotonic clock and do not move.
/// </summary>
public sealed class LabClock(TimeProvider machine) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>How far the lab's time is ahead of the machine's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>Moves the lab's time forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative: expired things would come to life again.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        Interlocked.Add(ref _offsetTicks, step.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    public override long GetTimestamp() => machine.GetTimestamp();
}
