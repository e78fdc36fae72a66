using System.Buffers.Binary;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>Describes a flight in one line, for a learner whose code has misread it.</summary>
internal static class FlightWords
{
    private const int RecordHeader = 5;
    private const int ShownRecords = 8;
    private const int ShownBytes = 24;

    /// <summary>Its size, the sizes of its records, and how it begins.</summary>
    public static string Of(byte[] flight)
    {
        var sizes = Sizes(flight).ToList();
        var shown = string.Join(", ", sizes.Take(ShownRecords));
        var more = sizes.Count > ShownRecords ? $" and {sizes.Count - ShownRecords} more" : "";
        return $"{flight.Length} bytes, in records of {shown}{more}: "
            + $"{Convert.ToHexString(flight.AsSpan(0, Math.Min(flight.Length, ShownBytes)))}…";
    }

    private static IEnumerable<int> Sizes(byte[] flight)
    {
        for (var at = 0; at + RecordHeader <= flight.Length; )
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(flight.AsSpan(at + 3));
            yield return size;
            at += RecordHeader + size;
        }
    }
}
