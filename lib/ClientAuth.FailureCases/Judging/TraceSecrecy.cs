using System.Text.Json.Nodes;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>Checks that a decision trace holds no credential that was sent or issued; it may name and describe them.</summary>
internal static class TraceSecrecy
{
    // Shorter values, such as a wrong secret of one letter, are part of ordinary words.
    private const int LeastLength = 16;

    /// <param name="exchange">What was sent, answered and decided.</param>
    /// <param name="known">Secrets that the fixture knows, wherever the request put them.</param>
    public static IEnumerable<string> Problems(RecordedExchange exchange, IEnumerable<string> known)
    {
        var secrets = Credentials(exchange)
            .Concat(known)
            .Where(value => value.Length >= LeastLength)
            .Distinct()
            .ToList();
        return exchange
            .Trace.Decisions.Where(decision =>
                secrets.Any(secret => decision.Expected.Contains(secret) || decision.Seen.Contains(secret))
            )
            .Select(decision => $"the trace's line {decision.Check} holds a credential");
    }

    private static IEnumerable<string> Credentials(RecordedExchange exchange) =>
        [
            .. FormValues(exchange.Request.Body),
            .. FormValues(exchange.Request.Target.Split('?', 2) is [_, var query] ? query : ""),
            .. JsonValues(exchange.Request.Body),
            .. JsonValues(exchange.Response.Body),
            .. HeaderValues(exchange.Request),
        ];

    private static IEnumerable<string> FormValues(string body) =>
        from pair in body.Split('&')
        let parts = pair.Split('=', 2)
        where parts.Length == 2 && CredentialNames.IsMember(parts[0])
        select Uri.UnescapeDataString(parts[1].Replace('+', ' '));

    private static IEnumerable<string> JsonValues(string body) =>
        BodyMembers.Parse(body) is { } json
            ? json.Where(one => CredentialNames.IsMember(one.Key))
                .Select(one => one.Value)
                .OfType<JsonValue>()
                .Select(v => $"{v}")
            : [];

    private static IEnumerable<string> HeaderValues(RecordedRequest request) =>
        request
            .Headers.Where(header => CredentialNames.IsHeader(header.Name))
            .Select(header => header.Value.Split(' ')[^1]);
}
