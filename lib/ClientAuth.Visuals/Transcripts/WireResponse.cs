using System.Text.Json;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>A response as it crossed the wire: status line, header fields, an empty line, the body. Credentials are shortened.</summary>
internal sealed class WireResponse(RecordedExchange exchange)
{
    private const string Challenge = "WWW-Authenticate";

    private string StatusLine =>
        $"{exchange.Request.Protocol} {Numbers.Show(exchange.Response.Status)} {ReasonPhrase.Of(exchange.Response.Status)}";

    /// <summary>The challenge stands out: it is what a client reads first (RFC 9110 §11.6.1).</summary>
    public HtmlElement ToHtml() =>
        new HtmlElement(
            "pre",
            [HtmlNode.Block(VisibleText.Line(StatusLine)), .. exchange.Response.Headers.SelectMany(Line), .. Body()]
        ).Styled(Style.Wire);

    public override string ToString() =>
        string.Join('\n', [VisibleText.Line(StatusLine), .. exchange.Response.Headers.Select(Words)])
        + (Text() is "" ? "" : $"\n\n{VisibleText.Block(Text())}");

    private static IEnumerable<HtmlNode> Line(RecordedHeader header) =>
        [HtmlNode.Block("\n"), header.Is(Challenge) ? new HtmlElement("strong", Words(header)) : Words(header)];

    private static string Words(RecordedHeader header) =>
        VisibleText.Line($"{header.Name}: {Shortened.Header(header.Name, header.Value)}");

    private IEnumerable<HtmlNode> Body() => Text() is "" ? [] : [HtmlNode.Block("\n\n"), new BreakableJson(Text())];

    // As it is, where a transcript would hide nothing of it.
    private string Text()
    {
        var body = exchange.Response.Body;
        return ShownJson.TryRender(body) is { } shown && IsSame(shown, body) ? body : Words(ShownBody.Read(body));
    }

    private static string Words(ShownBody? body) =>
        body?.Parameters is { } form
            ? string.Join('&', form.Select(parameter => $"{parameter.Name}={parameter.Sent}"))
            : body?.Text ?? "";

    private static bool IsSame(string shown, string body)
    {
        using var one = JsonDocument.Parse(shown);
        using var other = JsonDocument.Parse(body);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }
}
