namespace ClientAuth.MockServer.KeySets;

/// <summary>How long a fetched key set is good for, and how often it may be asked for.</summary>
internal sealed record KeySetPolicy(TimeProvider Clock, TimeSpan Lifetime, TimeSpan RefetchInterval)
{
    public DateTimeOffset Now => Clock.GetUtcNow();

    public bool IsAlive(DateTimeOffset? fetched) => IsWithin(fetched, Lifetime);

    public bool IsTooSoonAfter(DateTimeOffset? asked) => IsWithin(asked, RefetchInterval);

    // What lies in the future is from before the clock was set back.
    private bool IsWithin(DateTimeOffset? start, TimeSpan length) => start <= Now && Now < start + length;
}
