using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Gallery;

/// <summary>A case piece by piece: why it matters, the response and the decision behind it, the mended request beside it, and what else crossed the wire.</summary>
internal static class CaseParts
{
    private const string Equal =
        "The request differs in nothing from another one. What differs is what the server was prepared with.";

    private static string Beside(RecordedExchange sent) =>
        sent.Trace.Failure is null ? "Another request (−) and this one (+)" : "The mended request (−) and this one (+)";

    /// <summary>All of it.</summary>
    public static IEnumerable<HtmlNode> Of(ShownCase shown) =>
        [
            .. InShort(shown),
            .. shown.Sent is { } sent
                ? [Foldable.Of(["The request as it crossed the wire"], MessageTranscript.Request(sent.Request))]
                : Array.Empty<HtmlNode>(),
        ];

    /// <summary>Without what only repeats the request in another form.</summary>
    public static IEnumerable<HtmlNode> InShort(ShownCase shown) =>
        [
            new HtmlElement("p", CodeWords.Of(shown.Why)),
            LabelledLine.Of("sent by", HtmlTable.Code(shown.Method)),
            LabelledLine.Of("the server asks", $"{shown.Group.Asks} ({shown.Group.Name})"),
            LabelledLine.Of("written in", SpecificationLink.Render(shown.Specification)),
            LabelledLine.Of("in the page of all cases", PageLink.ToCase(shown.Id, $"failure-cases.md, {shown.Id}")),
            .. shown.Setting.Select(setting => LabelledLine.Of("prepared", Prepared(setting))),
            .. Ends(shown),
            .. Mending(shown),
            .. shown.Before is []
                ? Array.Empty<HtmlNode>()
                : [Foldable.Of(["What was sent before"], shown.Before.Select(Line))],
        ];

    /// <summary>What a reader sees who has opened nothing.</summary>
    public static string Glance(ShownCase shown) =>
        shown.Sent?.Trace.Failure is { } failure ? $"{shown.Response}, at {failure.Check}" : shown.Response;

    public static string Plain(ShownCase shown) =>
        string.Join(
            "\n\n",
            new[]
            {
                PlainTable.Render([
                    ("why", shown.Why),
                    ("sent by", shown.Method),
                    ("the server asks", $"{shown.Group.Asks} ({shown.Group.Name})"),
                    ("written in", shown.Specification),
                    .. shown.Setting.Select(setting => ("prepared", setting)),
                    ("answer", Glance(shown)),
                ]),
                shown.Sent is { Trace.Failure: not null } refused ? new RefusalView(refused).PlainInside() : null,
                shown is { Sent: { } sent, Mended: { } mended }
                    ? DifferenceView.Of(mended, sent) is { IsEqual: false } difference
                        ? $"{Beside(sent)}\n{difference.PlainInside()}"
                        : Equal
                    : null,
            }.OfType<string>()
        );

    private static IEnumerable<HtmlNode> Ends(ShownCase shown) =>
        shown.Sent switch
        {
            null => [LabelledLine.Of("answer", new HtmlElement("strong", shown.Response))],
            { Trace.Failure: not null } refused => new RefusalView(refused) { NamesPassedOnly = true }.Inside(),
            { Trace.Decisions.Count: var checks } accepted =>
            [
                new HtmlElement(
                    "p",
                    new HtmlElement("span", $"✓ {MessageTranscript.Status(accepted.Response)}").Styled(Style.Good),
                    $" {Numbers.Show(checks)} checks, and none failed"
                ),
            ],
        };

    private static IEnumerable<HtmlNode> Mending(ShownCase shown) =>
        shown is not { Sent: { } sent, Mended: { } mended } ? []
        : DifferenceView.Of(mended, sent) is { IsEqual: false } difference
            ? [new HtmlElement("p", Beside(sent)).Styled(Style.Subtitle), .. difference.Inside()]
        : [new HtmlElement("p", Equal)];

    // As code: Jupyter takes what stands between two dollar signs for mathematics, and a hash of a password has several.
    private static HtmlElement Prepared(string setting) =>
        new HtmlElement("code", new BreakableText(setting)).Styled(Style.Code);

    private static HtmlElement Line(RecordedExchange exchange) =>
        new("div", $"{exchange.Request} → {MessageTranscript.Status(exchange.Response)}");
}
