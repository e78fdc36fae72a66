using ClientAuth.Protocol.Recording;

namespace ClientAuth.Protocol.Tls;

/// <summary>A message of one side: a handshake message, an alert, a change of ciphers, or a record that cannot be read.</summary>
public sealed record TlsMessage
{
    /// <summary>Counts from 1, over both senders.</summary>
    public required int Number { get; init; }

    public required Participant Sender { get; init; }

    /// <summary>As the specification calls it; <c>encrypted record</c> where that cannot be known.</summary>
    public required string Name { get; init; }

    /// <summary>The most telling of what it holds, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether anybody on the way could not read it.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Field by field; none where it is encrypted.</summary>
    public IReadOnlyList<WireField> Fields { get; init; } = [];

    /// <summary>All of it, header included, as far as it can be read.</summary>
    public ReadOnlyMemory<byte> Bytes => Fields.SelectMany(one => one.Bytes.ToArray()).ToArray();

    /// <summary>Where it stops to be readable, or null.</summary>
    public WireProblem? Problem { get; init; }

    /// <summary>With its own header and without that of the record, in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The records that carry it, by number. One record may carry several messages.</summary>
    public required IReadOnlyList<int> Records { get; init; }

    /// <summary>When its last byte had been written or read by the client, after the TCP connection was made.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Whether the client had completed its handshake by then.</summary>
    public bool IsAfterHandshake { get; init; }

    /// <summary>Whether it is there because the server asks for a client certificate. What is encrypted says that only together.</summary>
    public bool IsForClientCertificate { get; init; }
}
