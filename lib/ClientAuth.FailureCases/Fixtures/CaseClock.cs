namespace ClientAuth.FailureCases.Fixtures;

/// <summary>The server's clock in a case: it stands still, so that a limit is met exactly, and moves when a step says so.</summary>
internal sealed class CaseClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public void Advance(TimeSpan step) => Interlocked.Add(ref _ticks, step.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
