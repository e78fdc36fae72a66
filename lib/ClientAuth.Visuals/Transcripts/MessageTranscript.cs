using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>One message as it crossed the wire, credentials shortened; and the connection that carried it.</summary>
internal static class MessageTranscript
{
    public static IEnumerable<HtmlNode> Request(RecordedRequest request) =>
        [
            new HtmlElement("p", HtmlTable.Code(RequestLine(request))).Styled(Style.RequestLine),
            Headers("Request headers", request.Headers),
            .. Body("Request body", ShownBody.Read(request.Body)),
        ];

    public static IEnumerable<HtmlNode> Response(RecordedResponse response) =>
        [
            new HtmlElement("p", StatusChip(response)),
            Headers("Response headers", response.Headers),
            .. Body("Response body", ShownBody.Read(response.Body)),
        ];

    public static HtmlElement Connection(RecordedExchange exchange) =>
        HtmlTable.Facts("Connection", ConnectionFacts(exchange).Select(fact => (fact.Name, (HtmlNode)fact.Value)));

    public static string RequestLine(RecordedRequest request) =>
        $"{request.Method} {RequestTarget.Show(request.Target)} {request.Protocol}";

    public static string Status(RecordedResponse response) =>
        IsNothing(response)
            ? "nothing"
            : $"{Numbers.Show(response.Status)} {ReasonPhrase.Of(response.Status)}".TrimEnd();

    public static string StatusLine(RecordedResponse response) =>
        IsNothing(response) ? "No answer: the connection ended" : $"HTTP {Status(response)}";

    public static IEnumerable<(string Name, string Value)> ConnectionFacts(RecordedExchange exchange)
    {
        yield return ("Read by the server at", Numbers.Utc(exchange.At));
        yield return ("TLS", $"{exchange.Tls.Version}, {exchange.Tls.CipherSuite}");
        yield return ("Client certificate", exchange.Tls.ClientCertificate?.Subject ?? "none presented");
        foreach (var phase in exchange.Phases)
        {
            yield return ($"Time: {phase.Name}", Numbers.Rough(phase.Duration));
        }
    }

    private static bool IsNothing(RecordedResponse response) => response.Status == RecordedResponse.Nothing.Status;

    private static HtmlElement StatusChip(RecordedResponse response) =>
        new HtmlElement("span", StatusLine(response)).Styled(response.Status is > 0 and < 400 ? Style.Good : Style.Bad);

    private static HtmlElement Headers(string caption, IReadOnlyList<RecordedHeader> headers) =>
        HtmlTable.Facts(
            caption,
            headers.Select(h => (h.Name, (HtmlNode)HtmlTable.Code(Shortened.Header(h.Name, h.Value))))
        );

    private static IEnumerable<HtmlNode> Body(string caption, ShownBody? body) =>
        body switch
        {
            null => [new HtmlElement("p", $"{caption}: none")],
            { Parameters: { } parameters } => [Form($"{caption}: {body.Kind}", parameters)],
            _ =>
            [
                new HtmlElement("p", $"{caption}: {body.Kind}").Styled(Style.Subtitle),
                new HtmlElement("pre", HtmlNode.Block(body.Text!)).Styled(Style.Wire),
            ],
        };

    private static HtmlElement Form(string caption, IReadOnlyList<FormParameter> parameters) =>
        HtmlTable.Render(
            caption,
            ["Parameter", "As sent"],
            parameters.Select<FormParameter, IReadOnlyList<HtmlNode>>(p => [HtmlTable.Code(p.Name), Value(p)])
        );

    private static HtmlElement Value(FormParameter parameter) =>
        parameter.IsPlain
            ? HtmlTable.Code(parameter.Sent)
            : new HtmlElement(
                "div",
                new HtmlElement("div", HtmlTable.Code(parameter.Sent)),
                new HtmlElement("div", "decoded: ", HtmlTable.Code(parameter.Meant))
            );
}
