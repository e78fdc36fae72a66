using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>A flight: the messages that one side sends before the other side sends again.</summary>
/// <param name="Messages">In order; at least one.</param>
/// <param name="Records">That carry them.</param>
public sealed record TlsFlight(IReadOnlyList<TlsMessage> Messages, IReadOnlyList<TlsRecord> Records)
{
    public Participant Sender => Messages[0].Sender;

    /// <summary>When the client wrote or read the first of it, after the TCP connection was made.</summary>
    public TimeSpan At => Messages[0].At;

    public bool IsAfterHandshake => Messages[0].IsAfterHandshake;

    /// <summary>All records with their headers, in bytes.</summary>
    public int Size => Records.Sum(record => record.Size);
}
