using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Wire;

/// <summary>What came of a request at the level of connections. All cases are nested here.</summary>
internal abstract record WireOutcome
{
    private WireOutcome() { }

    /// <summary>An HTTP answer.</summary>
    public sealed record Answered(RecordedResponse Response) : WireOutcome;

    /// <summary>No answer: the handshake failed, or the connection was closed instead.</summary>
    public sealed record Refused(string Why) : WireOutcome;
}
