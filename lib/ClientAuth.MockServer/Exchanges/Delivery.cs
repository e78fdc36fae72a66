using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>How an answer is sent; well, and at once, unless it is told otherwise.</summary>
/// <param name="Response">What is recorded and sent.</param>
internal sealed record Delivery(RecordedResponse Response)
{
    public static Delivery Nothing { get; } = new(RecordedResponse.Nothing) { Resets = true };

    /// <summary>What comes before it; false where the client left meanwhile.</summary>
    public Func<Task<bool>>? Waits { get; init; }

    /// <summary>What comes before each byte of the body but the first; false where the client left meanwhile.</summary>
    public Func<Task<bool>>? WaitsForByte { get; init; }

    /// <summary>Whether the connection is reset in the end.</summary>
    public bool Resets { get; init; }
}
