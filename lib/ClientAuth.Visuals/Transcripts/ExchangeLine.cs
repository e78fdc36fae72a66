using System.Text.Json;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>One exchange in six words; holds no credential.</summary>
internal sealed record ExchangeLine(
    string Number,
    string Request,
    string AsksFor,
    string Shows,
    string Response,
    string FailingCheck
)
{
    // What tells one request to an endpoint from another; none of them is a credential.
    private static readonly string[] Telling = ["grant_type", "scope", "client_id", "software_id"];

    public IReadOnlyList<string> Cells => [Number, Request, AsksFor, Shows, Response, FailingCheck];

    public static ExchangeLine Of(RecordedExchange exchange) =>
        new(
            Numbers.Show(exchange.Number),
            $"{exchange.Request}",
            Asked(exchange.Request.Body),
            Shown(exchange),
            Answered(exchange.Response),
            exchange.Trace.Failure?.Check ?? ""
        );

    private static string Asked(string body) =>
        string.Join(", ", Members(body).Where(member => Telling.Contains(member.Name)).Select(Words));

    private static IEnumerable<(string Name, string Value)> Members(string body) =>
        ReadableJson.Object(body) is { } json
            ? json.EnumerateObject()
                .Where(member => Telling.Contains(member.Name))
                .Select(member => (member.Name, ReadableJson.Text(member.Value) ?? ""))
            : FormParameter.ReadAll(body).Select(parameter => (parameter.Name, parameter.Meant));

    // The registered URN of a grant says in its last part what it is.
    private static string Words((string Name, string Value) member) =>
        member.Name == "grant_type" ? member.Value.Split(':')[^1] : $"{member.Name} {member.Value}";

    private static string Shown(RecordedExchange exchange)
    {
        var request = exchange.Request;
        var names = Members(request.Body).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        (bool IsThere, string Words)[] shown =
        [
            (request.Header("Authorization") is not null, Scheme(request.Header("Authorization"))),
            (exchange.Tls.ClientCertificate is not null, "client certificate"),
            (names.Contains("client_secret"), "client_secret"),
            (names.Contains("client_assertion"), "client_assertion"),
            (names.Contains("subject_token"), "subject_token"),
            (request.Header("OAuth-Client-Attestation") is not null, "client attestation"),
            (Member(request.Body, "attestation") is not null, "platform attestation"),
            (request.Header("DPoP") is not null, "DPoP proof"),
        ];
        return string.Join(", ", shown.Where(one => one.IsThere).Select(one => one.Words));
    }

    private static string Scheme(string? authorization) =>
        authorization?.Split(' ')[0] switch
        {
            "Basic" => "secret (Basic)",
            var scheme and ("Bearer" or "DPoP") => $"{scheme} token",
            _ => "Authorization",
        };

    private static string Answered(RecordedResponse response) =>
        Member(response.Body, "error") is { } error && ReadableJson.Text(error) is { } code
            ? $"{response} {code}"
            : $"{response}";

    private static JsonElement? Member(string body, string name) =>
        ReadableJson.Object(body) is { } json && json.TryGetProperty(name, out var member) ? member : null;
}
