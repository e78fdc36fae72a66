using System.Net;
using System.Text.Json;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Certificates;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Differences;

/// <summary>A request as parts that can be compared: request line, header fields, what the body holds. An assertion is decoded.</summary>
internal static class RequestParts
{
    // It follows from the body, and would be marked wherever that differs.
    private const string Length = "Content-Length";

    private const string Body = "body";

    public static IReadOnlyList<(string Name, ShownValue Value)> Of(RecordedExchange exchange) =>
        [
            (
                "request",
                new ShownValue(
                    $"{exchange.Request.Method} {exchange.Request.Target}",
                    MessageTranscript.RequestLine(exchange.Request)
                )
            ),
            ("client certificate", Certificate(exchange.Tls)),
            .. exchange
                .Request.Headers.Where(header => !header.Is(Length))
                .Select(header => (header.Name, Header(header))),
            .. Parts(exchange.Request.Body),
        ];

    private static ShownValue Certificate(RecordedTls tls) =>
        tls.ClientCertificate is { } certificate
            ? new ShownValue(
                certificate.Thumbprint,
                $"{certificate.Subject}; for {CertificateUsage.ExtendedKeyUsage(certificate)}"
            )
            : new ShownValue("none");

    private static ShownValue Header(RecordedHeader header) =>
        new(header.Value, Shortened.Header(header.Name, header.Value));

    private static IEnumerable<(string Name, ShownValue Value)> Parts(string body) =>
        ShownBody.Read(body) switch
        {
            null => [],
            { Parameters: { } shown } => Wire(body).Zip(shown, Parameter).SelectMany(parts => parts),
            { Text: { } json } when ReadableJson.Object(body) is { } whole && ReadableJson.Object(json) is { } shown =>
                whole
                    .EnumerateObject()
                    .Zip(shown.EnumerateObject(), (one, other) => (one.Name, Value(one.Value, other.Value))),
            { Text: { } text } => [(Body, new ShownValue(body, text))],
            _ => [],
        };

    // As FormParameter reads it; what that shows of a credential is not enough to compare it by.
    private static IEnumerable<string> Wire(string form) =>
        form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2) is [_, var value] ? value : "");

    private static IEnumerable<(string Name, ShownValue Value)> Parameter(string sent, FormParameter shown) =>
        shown.Name == TokenParameters.ClientAssertion
        && DecodedJwt.TryParse(WebUtility.UrlDecode(sent), out var jwt, out _)
            ? JwtParts.Of(jwt)
            : [(shown.Name, new ShownValue(WebUtility.UrlDecode(sent), shown.Meant))];

    private static ShownValue Value(JsonElement whole, JsonElement shown) => new(OneLine(whole), OneLine(shown));

    // No string of JSON holds a line break, so what is around one is indentation.
    private static string OneLine(JsonElement value) =>
        string.Concat(value.GetRawText().Split('\n').Select(line => line.Trim()));
}
