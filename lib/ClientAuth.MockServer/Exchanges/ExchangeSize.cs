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
        + exchange.Trace.Decisions.Sum(line => OfAnObject + Text(line.Expected) + Text(line.Seen))
        + (long)exchange.Phases.Count * OfAnObject
        + (exchange.Tls.ClientCertificate?.RawDataMemory.Length ?? 0);

    private static long Headers(IReadOnlyList<RecordedHeader> headers) =>
        headers.Sum(header => OfAnObject + Text(header.Name) + Text(header.Value));

    private static long Text(string text) => OfAnObject + (long)text.Length * sizeof(char);
}
