using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Wire;

/// <summary>Reads a response of HTTP/1.1 or 1.0 whose connection ends with it (RFC 9112 §6.3).</summary>
internal static class ResponseParser
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    /// <summary>False where it is no HTTP response, or one that is cut off.</summary>
    public static bool TryParse(byte[] received, [NotNullWhen(true)] out RecordedResponse? response)
    {
        response = null;
        var end = received.AsSpan().IndexOf(EndOfHead);
        if (end < 0)
        {
            return false;
        }

        var lines = Encoding.Latin1.GetString(received, 0, end).Split("\r\n");
        if (
            lines[0].Split(' ', 3) is not ["HTTP/1.1" or "HTTP/1.0", var code, ..]
            || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
        {
            return false;
        }

        var headers = lines.Skip(1).Select(Header).ToList();
        var body = received[(end + EndOfHead.Length)..];
        if (
            headers.Any(header =>
                header.Is("Transfer-Encoding") && header.Value.Equals("chunked", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            if (!ChunkedBody.TryDecode(body, out body))
            {
                return false;
            }
        }
        else if (!IsWhole(headers, body))
        {
            return false;
        }

        response = new RecordedResponse(status, headers, Encoding.UTF8.GetString(body));
        return true;
    }

    private static RecordedHeader Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new RecordedHeader(line, "") : new RecordedHeader(line[..colon], line[(colon + 1)..].Trim());
    }

    private static bool IsWhole(IEnumerable<RecordedHeader> headers, byte[] body) =>
        headers.Where(header => header.Is("Content-Length")).All(header => header.Value == $"{body.Length}");
}
