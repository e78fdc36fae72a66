namespace ClientAuth.MockServer.Options;

/// <summary>How large requests may be, and how much the server keeps of them.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest request head that is read at all, in bytes.</summary>
    internal const int HardHeaderLimit = 256 * 1024;

    /// <summary>Largest request body, in bytes; a longer one gets 413. 64 KiB by default.</summary>
    public int MaximumRequestBodySize { get; init; } = 64 * 1024;

    /// <summary>
    /// Largest request head, in bytes, counted as name, value and four more for each header; a longer one gets 431. Up to 256 KiB
    /// it is read, and recorded with its values cut short; beyond that the connection is cut. 16 KiB by default.
    /// </summary>
    public int MaximumRequestHeadersSize { get; init; } = 16 * 1024;

    /// <summary>How many exchanges are kept; the oldest is dropped first, so that a server that stays up does not grow.</summary>
    public int RecordedExchangeLimit { get; init; } = 1000;

    /// <summary>How long a pushed authorization request is kept; one minute by default (RFC 9126 §2.2).</summary>
    public TimeSpan PushedAuthorizationRequestLifetime { get; init; } = TimeSpan.FromMinutes(1);

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestBodySize, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(MaximumRequestHeadersSize, 1, HardHeaderLimit);
        InvalidOptionException.ThrowUnlessWithin(RecordedExchangeLimit, 1, int.MaxValue);
        InvalidOptionException.ThrowUnlessWithin(
            PushedAuthorizationRequestLifetime,
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(600)
        );
    }
}
