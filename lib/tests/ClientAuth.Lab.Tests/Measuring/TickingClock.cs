namespace ClientAuth.Lab.Tests.Measuring;

/// <summary>A clock whose timestamps go forward only when they are told to, in microseconds.</summary>
internal sealed class TickingClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => _now;

    public void Spend(long microseconds) => _now += microseconds;
}
