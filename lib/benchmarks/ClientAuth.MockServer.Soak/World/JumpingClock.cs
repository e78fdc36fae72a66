using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Soak.World;

/// <summary>The server's clock: the lab's, which also counts how often it was set.</summary>
internal sealed class JumpingClock
{
    private int _jumps;

    public LabClock Time { get; } = new(TimeProvider.System);

    /// <summary>How often the clock was set.</summary>
    public int Jumps => Volatile.Read(ref _jumps);

    public DateTimeOffset Now => Time.GetUtcNow();

    // Counted before and after: a request on either side of the jump sees another number.
    public void JumpTo(TimeSpan offset)
    {
        Interlocked.Increment(ref _jumps);
        Time.Move(offset - Time.Offset);
        Interlocked.Increment(ref _jumps);
    }
}
