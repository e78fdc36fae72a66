using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>One record of the TLS record protocol (RFC 8446 §5.1, RFC 5246 §6.2.1): five bytes of header, and its content.</summary>
public sealed record TlsRecord
{
    internal const int HeaderSize = 5;
    internal const int ChangeCipherSpec = 20;
    internal const int Alert = 21;
    internal const int Handshake = 22;
    internal const int ApplicationData = 23;

    // 2^14, and the most that TLS 1.2 adds when it encrypts (RFC 5246 §6.2.3).
    internal const int LargestContent = (1 << 14) + 2048;

    /// <summary>Counts from 1, over both senders.</summary>
    public required int Number { get; init; }

    public required Participant Sender { get; init; }

    /// <summary>20 to 23, as registered; never encrypted itself, but in TLS 1.3 encrypted records all say 23.</summary>
    public required int ContentType { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>When its last byte had been written or read by the client, after the TCP connection was made.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Whether the client had completed its handshake by then.</summary>
    public required bool IsAfterHandshake { get; init; }

    /// <summary>With its header, in bytes.</summary>
    public int Size => HeaderSize + Content.Length;
}
