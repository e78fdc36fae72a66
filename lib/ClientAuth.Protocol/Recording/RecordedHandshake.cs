namespace ClientAuth.Protocol.Recording;

/// <summary>
/// A TLS handshake as it crossed the wire, recorded by the client below TLS. It ends where the first response begins, so
/// that what TLS 1.3 sends after the handshake is in it: session tickets, or the alert of a server that refuses the certificate.
/// </summary>
public sealed record RecordedHandshake
{
    /// <summary>What a drawing calls it.</summary>
    public string Label { get; init; } = "TLS handshake";

    /// <summary>In the order in which the client wrote and read them.</summary>
    public required IReadOnlyList<RecordedBytes> Wire { get; init; }

    /// <summary>When the client had completed its handshake, after the TCP connection was made; null where it failed.</summary>
    public TimeSpan? Completed { get; init; }

    /// <summary>Why the client gave up, in its own words; null where it completed.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the client's TLS says that both sides have authenticated with a certificate.</summary>
    public bool IsMutual { get; init; }

    /// <summary>Everything that one side sent, in one piece, so that it can be searched.</summary>
    /// <param name="sender">Client or authorization server.</param>
    public byte[] BytesOf(Participant sender) =>
        [.. Wire.Where(bytes => bytes.Sender == sender).SelectMany(bytes => bytes.Bytes.ToArray())];

    /// <summary>The label and how many bytes were recorded.</summary>
    public override string ToString() => $"{Label}: {Wire.Sum(bytes => bytes.Bytes.Length)} bytes";
}
