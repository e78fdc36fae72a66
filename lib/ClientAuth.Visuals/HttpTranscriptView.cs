using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>
/// What crossed the wire: request, response and the TLS connection below them. Credentials are always shortened; a lesson
/// that wants the bytes reads them from the exchange itself.
/// </summary>
public sealed class HttpTranscriptView : View
{
    private readonly RecordedExchange _exchange;
    private readonly ShownBody? _requestBody;
    private readonly ShownBody? _responseBody;

    public HttpTranscriptView(RecordedExchange exchange)
        : base($"Exchange {Numbers.Show(exchange.Number)}: {exchange.Request}, answered {Status(exchange.Response)}")
    {
        _exchange = exchange;
        _requestBody = ShownBody.Read(exchange.Request.Body);
        _responseBody = ShownBody.Read(exchange.Response.Body);
    }

    private string RequestLine =>
        $"{_exchange.Request.Method} {RequestTarget.Show(_exchange.Request.Target)} {_exchange.Request.Protocol}";

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement("p", HtmlTable.Code(RequestLine)),
            Headers("Request headers", _exchange.Request.Headers),
            .. Body("Request body", _requestBody),
            new HtmlElement("p", StatusChip()),
            Headers("Response headers", _exchange.Response.Headers),
            .. Body("Response body", _responseBody),
            HtmlTable.Facts("Connection", Connection().Select(fact => (fact.Name, (HtmlNode)fact.Value))),
            new HtmlElement("p", Shortened.Rule).Styled(Style.Note),
        ];

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            [
                Plain(VisibleText.Line(RequestLine), _exchange.Request.Headers, _requestBody),
                Plain(StatusLine(_exchange.Response), _exchange.Response.Headers, _responseBody),
                PlainTable.Render(Connection()),
                Shortened.Rule,
            ]
        );

    private static string Status(RecordedResponse response) =>
        IsNothing(response)
            ? "nothing"
            : $"{Numbers.Show(response.Status)} {ReasonPhrase.Of(response.Status)}".TrimEnd();

    private static string StatusLine(RecordedResponse response) =>
        IsNothing(response) ? "No answer: the connection ended" : $"HTTP {Status(response)}";

    private static bool IsNothing(RecordedResponse response) => response.Status == RecordedResponse.Nothing.Status;

    private HtmlElement StatusChip() =>
        new HtmlElement("span", StatusLine(_exchange.Response)).Styled(
            _exchange.Response.Status is > 0 and < 400 ? Style.Good : Style.Bad
        );

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

    private static string Plain(string firstLine, IReadOnlyList<RecordedHeader> headers, ShownBody? body)
    {
        var lines = headers.Select(h => VisibleText.Line($"{h.Name}: {Shortened.Header(h.Name, h.Value)}"));
        var text = body switch
        {
            null => "",
            { Parameters: { } parameters } => "\n\n" + string.Join('\n', parameters.Select(Plain)),
            _ => "\n\n" + VisibleText.Block(body.Text!),
        };
        return string.Join('\n', [firstLine, .. lines]) + text;
    }

    private static string Plain(FormParameter parameter) =>
        VisibleText.Line($"{parameter.Name}={parameter.Sent}")
        + (parameter.IsPlain ? "" : $"   (decoded: {VisibleText.Line(parameter.Meant)})");

    private IEnumerable<(string Name, string Value)> Connection()
    {
        yield return ("Read by the server at", Numbers.Utc(_exchange.At));
        yield return ("TLS", $"{_exchange.Tls.Version}, {_exchange.Tls.CipherSuite}");
        yield return ("Client certificate", _exchange.Tls.ClientCertificate?.Subject ?? "none presented");
        foreach (var phase in _exchange.Phases)
        {
            yield return ($"Time: {phase.Name}", Numbers.Rough(phase.Duration));
        }
    }
}
