using System.Globalization;
using System.Text;

namespace ClientAuth.FailureCases.Wire;

/// <summary>A body in chunks (RFC 9112 §7.1), which servers send whose framework does not know its length beforehand.</summary>
internal static class ChunkedBody
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>False where a chunk is broken, or the last one is missing: the response was cut off.</summary>
    public static bool TryDecode(byte[] encoded, out byte[] body)
    {
        using var decoded = new MemoryStream();
        body = [];
        ReadOnlySpan<byte> rest = encoded;
        while (true)
        {
            var end = rest.IndexOf(LineEnd);
            if (end < 0 || !TrySize(rest[..end], out var size))
            {
                return false;
            }

            rest = rest[(end + LineEnd.Length)..];
            if (size == 0)
            {
                // What may follow are trailers, which nothing here asks for.
                body = decoded.ToArray();
                return true;
            }

            if (size > rest.Length - LineEnd.Length || !rest.Slice(size, LineEnd.Length).SequenceEqual(LineEnd))
            {
                return false;
            }

            decoded.Write(rest[..size]);
            rest = rest[(size + LineEnd.Length)..];
        }
    }

    // Behind a semicolon stand extensions.
    private static bool TrySize(ReadOnlySpan<byte> line, out int size) =>
        int.TryParse(
            Encoding.Latin1.GetString(line).Split(';')[0].Trim(),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out size
        )
        && size >= 0;
}
