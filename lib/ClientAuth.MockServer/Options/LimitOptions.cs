namespace ClientAuth.MockServer.Options;

/// <summary>How large requests may be, how many connections and clients there may be, and how much the server keeps of them.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest request head that is read at all, in bytes.</summary>
    internal const int HardHeaderLimit = 256 * 1024;

    // About two gigabytes.
    private const int MostRememberedUses = 10_000_000;

    /// <summary>Connections of a server that has no options.</summary>
    internal const int DefaultConnectionLimit = 1000;

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

    /// <summary>
    /// How much memory the kept exchanges may take, in bytes, as their texts are counted; 64 MiB by default. The oldest are dropped first,
    /// and the latest is always kept.
    /// </summary>
    public long RecordedExchangesSize { get; init; } = 64L * 1024 * 1024;

    /// <summary>
    /// How many clients may have registered themselves; 1000 by default. One more gets 429 with <c>temporarily_unavailable</c> and keeps
    /// its initial access token, until another is withdrawn. No client is dropped for it.
    /// </summary>
    public int RegisteredClientLimit { get; init; } = 1000;

    /// <summary>How much those clients may hold in all, in bytes of their metadata as JSON; 8 MiB by default. Beyond it, as beyond their number.</summary>
    public long RegisteredClientsSize { get; init; } = 8L * 1024 * 1024;

    /// <summary>How many pushed authorization requests are kept; 1000 by default. The oldest are dropped first.</summary>
    public int PushedAuthorizationRequestLimit { get; init; } = 1000;

    /// <summary>How much the pushed authorization requests may hold in all, in bytes; 8 MiB by default. The oldest are dropped first.</summary>
    public long PushedAuthorizationRequestsSize { get; init; } = 8L * 1024 * 1024;

    /// <summary>
    /// How many App Attest keys are known, each with the count of its uses; 10,000 by default. The one that was known first is forgotten
    /// first: its device has to attest it again.
    /// </summary>
    public int KnownAppKeyLimit { get; init; } = 10_000;

    /// <summary>
    /// How many connections may be open at once, at both listeners together; 1000 by default. One more is closed before its handshake. A
    /// connection without a request is closed after 130 seconds, one that does not finish its handshake after 10.
    /// </summary>
    public int ConnectionLimit { get; init; } = DefaultConnectionLimit;

    /// <summary>How long a pushed authorization request is kept; one minute by default (RFC 9126 §2.2).</summary>
    public TimeSpan PushedAuthorizationRequestLifetime { get; init; } = TimeSpan.FromMinutes(1);

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestBodySize, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestHeadersSize, 1, HardHeaderLimit);
        InvalidOptionException.ThrowUnlessWithin(RecordedExchangeLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(RememberedUseLimit, 1, MostRememberedUses);
        InvalidOptionException.ThrowUnlessWithin(RecordedExchangesSize, 1, long.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(RegisteredClientLimit, 0, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(RegisteredClientsSize, 0, long.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(PushedAuthorizationRequestLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(PushedAuthorizationRequestsSize, 1, long.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(KnownAppKeyLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(ConnectionLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(
            PushedAuthorizationRequestLifetime,
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(600)
        );
    }
}
