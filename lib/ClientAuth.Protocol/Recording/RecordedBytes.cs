namespace ClientAuth.Protocol.Recording;

/// <summary>Bytes that crossed the wire below TLS, as the client wrote or read them; the other end may see them in other pieces.</summary>
/// <param name="Sender">Client or authorization server.</param>
/// <param name="Bytes">As they crossed the wire.</param>
/// <param name="At">After the TCP connection was made: when the client began to write them, or had read them.</param>
/// <param name="IsAfterHandshake">Whether the client had completed its handshake by then.</param>
public sealed record RecordedBytes(
    Participant Sender,
    ReadOnlyMemory<byte> Bytes,
    TimeSpan At,
    bool IsAfterHandshake = false
);
