namespace ClientAuth.Credentials;

/// <summary>
/// The lab's clock. It runs with the machine's clock and can be moved, so that nobody has to wait until something expires.
/// Durations and timers are the machine's and do not move.
/// </summary>
public sealed class LabClock(TimeProvider machine) : TimeProvider
{
    // A century either way is further than any lifetime here, and far from where adding to a date overflows.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36525);

    private readonly Lock _lock = new();
    private TimeSpan _offset;

    /// <summary>How far the lab's time is ahead of the machine's; negative where it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _offset;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>Moves the lab's time forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative: expired things would come to life again. Or it leads more than a century away.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        Move(step);
    }

    /// <summary>Moves the lab's time either way, as a machine's clock moves when it is put right. Going back, expired things come to life again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step leads more than a century away from the machine's time.</exception>
    public void Move(TimeSpan step)
    {
        lock (_lock)
        {
            _offset = InReach(_offset, step);
        }
    }

    /// <summary>Sets the lab's time; from then on it runs with the machine's clock. The same holds as for <see cref="Move"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is more than a century away from the machine's.</exception>
    public void Set(DateTimeOffset now)
    {
        lock (_lock)
        {
            _offset = InReach(now - machine.GetUtcNow(), TimeSpan.Zero);
        }
    }

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    private static TimeSpan InReach(TimeSpan offset, TimeSpan step) =>
        step >= -Furthest && step <= Furthest && offset + step >= -Furthest && offset + step <= Furthest
            ? offset + step
            : throw new ArgumentOutOfRangeException(
                nameof(step),
                "The lab's clock can be at most a century away from the machine's clock."
            );
}
