namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>Wrong answers to the first exercise of lesson 15: common mistakes in reading a certificate from a flight.</summary>
internal static class FlightMistakes
{
    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int BeforeCertificate = 10;
    private const byte CertificateType = 11;

    /// <summary>What looks like the start of a certificate, where a mistaken reader has found none.</summary>
    public static byte[] NothingFound { get; } = [0x30, 0x82];

    /// <summary>Overlooks nothing.</summary>
    public static byte[] Right(byte[] flight) => In(Joined(flight));

    /// <summary>Takes the first message for the certificate.</summary>
    public static byte[] InFirstMessage(byte[] flight) =>
        [.. flight.Skip(RecordHeader + BeforeCertificate).Take(Length(flight, RecordHeader + 7))];

    /// <summary>Throws where the first message is no certificate.</summary>
    public static byte[] OfFirstMessageAlone(byte[] flight) =>
        flight[RecordHeader] == CertificateType ? Right(flight) : throw new InvalidOperationException("no certificate");

    /// <summary>Stops at the end of the first record.</summary>
    public static byte[] InFirstRecord(byte[] flight) => In(Contents(flight).First());

    /// <summary>Begins anew with each record.</summary>
    public static byte[] InEachRecord(byte[] flight) =>
        Contents(flight).Select(In).FirstOrDefault(found => found != NothingFound) ?? NothingFound;

    /// <summary>Looks for bytes that could begin a message with a certificate.</summary>
    public static byte[] BySearching(byte[] flight)
    {
        var content = Joined(flight);
        return In(content[Enumerable.Range(0, content.Length).First(at => LooksLikeOne(content, at))..]);
    }

    /// <summary>Expects a server's hello.</summary>
    public static byte[] OfServersAlone(byte[] flight) =>
        Contents(flight).First()[0] == 1 ? NothingFound : Right(flight);

    private static byte[] Joined(byte[] flight) => [.. Contents(flight).SelectMany(one => one)];

    private static IEnumerable<byte[]> Contents(byte[] flight)
    {
        for (var at = 0; at < flight.Length; )
        {
            var end = at + RecordHeader + (flight[at + 3] << 8) + flight[at + 4];
            yield return flight[(at + RecordHeader)..end];
            at = end;
        }
    }

    private static byte[] In(byte[] content)
    {
        for (var at = 0; at + MessageHeader <= content.Length; at += MessageHeader + Length(content, at + 1))
        {
            if (content[at] == CertificateType && at + BeforeCertificate <= content.Length)
            {
                var end = at + BeforeCertificate + Length(content, at + 7);
                return end <= content.Length ? content[(at + BeforeCertificate)..end] : NothingFound;
            }
        }

        return NothingFound;
    }

    private static bool LooksLikeOne(byte[] content, int at) =>
        content[at] == CertificateType
        && at + BeforeCertificate < content.Length
        && content[at + BeforeCertificate] == 0x30
        && Length(content, at + 1) == Length(content, at + 4) + 3
        && Length(content, at + 4) >= Length(content, at + 7) + 3;

    private static int Length(byte[] bytes, int at) => (bytes[at] << 16) + (bytes[at + 1] << 8) + bytes[at + 2];
}
