using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>How much memory an exchange takes, in bytes: its texts, and a round number for each object around them.</summary>
internal static class ExchangeSize
{
    private const int OfAnObject = 64;

    public static long Of(RecordedExchange exchange) =>
        OfAnObject
        + Text(exchange.Request.Method)
        + Text(exchange.Request.Target)
        + Headers(exchange.Request.Headers)
        + Text(exchange.Request.Body)
        + Headers(exchange.Response.Headers)
        + Text(exchange.Response.Body)
        + Lines(exchange.Trace.Decisions)
        + (long)exchange.Phases.Count * OfAnObject
        + (exchange.Tls.ClientCertificate?.RawDataMemory.Length ?? 0);

    // Loops: it is counted for each exchange, and an enumerator a list would be the most of it.
    private static long Lines(IReadOnlyList<Decision> lines)
    {
        var size = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            size += OfAnObject + Text(lines[i].Expected) + Text(lines[i].Seen);
        }

        return size;
    }

    private static long Headers(IReadOnlyList<RecordedHeader> headers)
    {
        var size = 0L;
        for (var i = 0; i < headers.Count; i++)
        {
            size += OfAnObject + Text(headers[i].Name) + Text(headers[i].Value);
        }

        return size;
    }

    private static long Text(string text) => OfAnObject + (long)text.Length * sizeof(char);
}
