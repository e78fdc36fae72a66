using System.Buffers.Binary;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>What one side of a TLS 1.2 handshake could send, for the exercise of lesson 15: records, messages and a list of certificates.</summary>
internal static class DraftedFlight
{
    private const byte HandshakeRecord = 22;
    private const byte CertificateMessage = 11;

    /// <summary>One record of a handshake (RFC 5246 §6.2.1).</summary>
    public static byte[] Record(params IEnumerable<byte> content) => RecordOf(HandshakeRecord, content);

    /// <summary>One record of a type.</summary>
    public static byte[] RecordOf(byte type, params IEnumerable<byte> content)
    {
        byte[] bytes = [.. content];
        return [type, 3, 3, .. Length(bytes.Length)[1..], .. bytes];
    }

    /// <summary>The same messages, cut into records wherever one is full.</summary>
    public static byte[] Records(int size, params IEnumerable<byte> content) =>
        [.. content.Chunk(size).SelectMany(part => Record(part))];

    /// <summary>One message, whatever it says (RFC 5246 §7.4).</summary>
    public static byte[] Message(byte type, params IEnumerable<byte> body)
    {
        byte[] bytes = [.. body];
        return [type, .. Length(bytes.Length), .. bytes];
    }

    /// <summary>A list of certificates, that of the sender first (RFC 5246 §7.4.2).</summary>
    public static byte[] Certificates(params IEnumerable<byte[]> chain)
    {
        byte[] list = [.. chain.SelectMany(der => Length(der.Length).Concat(der))];
        return Message(CertificateMessage, [.. Length(list.Length), .. list]);
    }

    private static byte[] Length(int length)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return bytes[1..];
    }
}
