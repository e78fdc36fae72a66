using System.Text;

namespace Ratios.Load;

/// <summary>An HTTP/1.1 response as it came.</summary>
/// <param name="Status">The status.</param>
/// <param name="Head">Status line and header fields.</param>
/// <param name="Body">The body, chunks put together.</param>
internal sealed record WireResponse(int Status, string Head, string Body)
{
    /// <summary>Name and value of each field in turns, without those that a server adds by itself.</summary>
    public IReadOnlyList<string> OwnHeaders =>
        [
            .. Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Where(line => !line.StartsWith("Date:", StringComparison.OrdinalIgnoreCase))
                .SelectMany(line => line.Split(": ", 2)),
        ];

    /// <param name="bytes">A whole response.</param>
    /// <param name="headLength">How many of them are the head, with the empty line behind it.</param>
    public static WireResponse Read(ReadOnlySpan<byte> bytes, int headLength)
    {
        var head = Encoding.Latin1.GetString(bytes[..headLength]);
        var body = bytes[headLength..];
        return new WireResponse(
            int.Parse(head.AsSpan("HTTP/1.1 ".Length, 3), null),
            head,
            Encoding.UTF8.GetString(IsChunked(head) ? WithoutChunks(body) : body)
        );
    }

    public static bool IsChunked(string head) =>
        head.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase);

    private static byte[] WithoutChunks(ReadOnlySpan<byte> chunks)
    {
        var body = new List<byte>();
        while (true)
        {
            var line = chunks.IndexOf("\r\n"u8);
            var size = Convert.ToInt32(Encoding.ASCII.GetString(chunks[..line]), 16);
            if (size == 0)
            {
                return [.. body];
            }

            body.AddRange(chunks.Slice(line + 2, size));
            chunks = chunks[(line + 2 + size + 2)..];
        }
    }
}
