namespace ClientAuth.MockServer.Options;

/// <summary>How large requests may be, and how much the server keeps of them.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest request head that is read at all, in bytes.</summary>
    internal const int HardHeaderLimit = 256 * 1024;

    // About two gigabytes.
    private const int MostRememberedUses = 10_000_000;

    /// <summary>Largest request body, in bytes; a longer one gets 413. 64 KiB by default.</summary>
    public int MaximumRequestBodySize { get; init; } = 64 * 1024;

    /// <summary>
    /// Largest request head, in bytes, counted as name, value and four more for each header; a longer one gets 431. Up to 256 KiB
    /// it is read, and recorded with its values cut short; beyond that the connection is cut. 16 KiB by default.
    /// </summary>
    public int MaximumRequestHeadersSize { get; init; } = 16 * 1024;

    /// <summary>Default of <see cref="RememberedUseLimit"/>.</summary>
    internal const int DefaultRememberedUseLimit = 10_000;

    /// <summary>How many exchanges are kept; the oldest is dropped first, so that a server that stays up does not grow.</summary>
    public int RecordedExchangeLimit { get; init; } = 1000;

    /// <summary>
    /// How many used assertions, proofs and challenges are remembered, and how many revoked and spent tokens, before the oldest of those
    /// that have expired are forgotten; 10,000 of each by default. None is forgotten that has not expired. What expires at the same time
    /// as something forgotten is refused, so that nothing is good twice when the clock is set back.
    /// </summary>
    public int RememberedUseLimit { get; init; } = DefaultRememberedUseLimit;

    /// <summary>How long a pushed authorization request is kept; one minute by default (RFC 9126 §2.2).</summary>
    public TimeSpan PushedAuthorizationRequestLifetime { get; init; } = TimeSpan.FromMinutes(1);

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestBodySize, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestHeadersSize, 1, HardHeaderLimit);
        InvalidOptionException.ThrowUnlessWithin(RecordedExchangeLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(RememberedUseLimit, 1, MostRememberedUses);
        InvalidOptionException.ThrowUnlessWithin(
            PushedAuthorizationRequestLifetime,
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(600)
        );
    }
}
