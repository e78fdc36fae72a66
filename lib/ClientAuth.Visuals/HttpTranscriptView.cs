using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>
/// What crossed the wire: request, response and the TLS connection below them. Credentials are always shortened; a lesson
/// that wants the bytes reads them from the exchange itself.
/// </summary>
public sealed class HttpTranscriptView(RecordedExchange exchange)
    : View(
        $"Exchange {Numbers.Show(exchange.Number)}: {exchange.Request}, answered {MessageTranscript.Status(exchange.Response)}"
    )
{
    private protected override IEnumerable<HtmlNode> Body() =>
        [
            .. MessageTranscript.Request(exchange.Request),
            .. MessageTranscript.Response(exchange.Response),
            MessageTranscript.Connection(exchange),
            new HtmlElement("p", Shortened.Rule).Styled(Style.Note),
        ];

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            [
                Plain(
                    VisibleText.Line(MessageTranscript.RequestLine(exchange.Request)),
                    exchange.Request.Headers,
                    exchange.Request.Body
                ),
                Plain(
                    MessageTranscript.StatusLine(exchange.Response),
                    exchange.Response.Headers,
                    exchange.Response.Body
                ),
                PlainTable.Render(MessageTranscript.ConnectionFacts(exchange)),
                Shortened.Rule,
            ]
        );

    private static string Plain(string firstLine, IReadOnlyList<RecordedHeader> headers, string body)
    {
        var lines = headers.Select(h => VisibleText.Line($"{h.Name}: {Shortened.Header(h.Name, h.Value)}"));
        var text = ShownBody.Read(body) switch
        {
            null => "",
            { Parameters: { } parameters } => "\n\n" + string.Join('\n', parameters.Select(Plain)),
            var shown => "\n\n" + VisibleText.Block(shown.Text!),
        };
        return string.Join('\n', [firstLine, .. lines]) + text;
    }

    private static string Plain(FormParameter parameter) =>
        VisibleText.Line($"{parameter.Name}={parameter.Sent}")
        + (parameter.IsPlain ? "" : $"   (decoded: {VisibleText.Line(parameter.Meant)})");
}
