using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Wire;

/// <summary>The outcome of a request at the level of connections. All cases are nested here.</summary>
internal abstract record WireOutcome
{
    private WireOutcome() { }

    /// <summary>An HTTP response.</summary>
    public sealed record Responded(RecordedResponse Response) : WireOutcome;

    /// <summary>No response: the handshake failed, or the connection was closed instead.</summary>
    public sealed record Refused(string Why) : WireOutcome;
}
