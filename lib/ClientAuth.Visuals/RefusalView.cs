using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Decisions;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>
/// A refusal from both ends: what the client gets to know, as it crossed the wire, and what only the server knows, the check that failed.
/// They differ on purpose (RFC 6749 §5.2 has few words for the client). The checks before it are folded.
/// </summary>
public sealed class RefusalView(RecordedExchange exchange, string title = "Refused") : View(title)
{
    private const string NoError = "without an error code";
    private const string NothingFailed = "none failed";

    private readonly WireResponse _response = new(exchange);
    private readonly string? _error = ErrorCode.In(exchange.Response.Body);

    /// <summary>Inside another view: checks that passed are folded as names alone, and the badge may take two lines.</summary>
    internal bool NamesPassedOnly { get; init; }

    private IReadOnlyList<TraceLine.Check> Passed =>
        [.. TraceLines.Numbered(exchange.Trace).Where(check => check.Decision.Verdict == Verdict.Passed)];

    private string Status =>
        $"✗ {Numbers.Show(exchange.Response.Status)} {ReasonPhrase.Of(exchange.Response.Status)}".TrimEnd();

    private string Before =>
        Passed.Count switch
        {
            0 => "No check came before this one",
            1 => "The check before this one passed",
            var count => $"The {Numbers.Show(count)} checks before this one passed",
        };

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement(
                "div",
                new HtmlElement("p", Badge(), " ", Error()),
                new HtmlElement(
                    "div",
                    Column("On the wire", _response.ToHtml()),
                    Column("In the server's log", Log())
                ).Styled(Style.SideBySide),
                Passed is [] ? new HtmlElement("p", Before)
                    : NamesPassedOnly ? Names()
                    : CheckTable.Fold(Before, Passed)
            ).Styled(Style.Refusal),
        ];

    private protected override IEnumerable<HtmlNode> Glance() =>
        exchange.Trace.Failure is { } failure
            ?
            [
                Badge(),
                " ",
                Error(),
                " ",
                new HtmlElement("code", new BreakableText(failure.Check)).Styled(Style.Code),
                ": expected ",
                new BreakableText(failure.Expected),
                ", seen ",
                new HtmlElement("strong", new BreakableText(failure.Seen)),
            ]
            : [Badge(), " ", Error()];

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            [
                VisibleText.Line($"{Status}, {_error ?? NoError}"),
                $"On the wire\n{_response}",
                $"In the server's log\n{PlainTable.Render(Facts())}",
                Passed is [] ? Before : $"{Before}\n{CheckTable.Plain(Passed)}",
            ]
        );

    private HtmlElement Names() =>
        new(
            "details",
            new HtmlElement("summary", Before),
            new HtmlElement(
                "p",
                new HtmlElement(
                    "code",
                    new BreakableText(string.Join(", ", Passed.Select(check => check.Decision.Check)))
                ).Styled(Style.Code)
            )
        );

    private HtmlElement Badge() =>
        new HtmlElement("span", Status).Styled(NamesPassedOnly ? Style.BadInside : Style.Bad);

    private HtmlNode Error() => _error is null ? NoError : new HtmlElement("strong", HtmlTable.Code(_error));

    private static HtmlElement Column(string heading, HtmlNode content) =>
        new HtmlElement("div", new HtmlElement("p", heading).Styled(Style.Subtitle), content).Styled(Style.Column);

    private HtmlElement Log() => new("div", exchange.Trace.Failure is { } failure ? Log(failure) : [NothingFailed]);

    private static IEnumerable<HtmlNode> Log(Decision failure) =>
        [
            LabelledLine.Of("check", new HtmlElement("code", new BreakableText(failure.Check)).Styled(Style.Code)),
            LabelledLine.Of("expected", new BreakableText(failure.Expected)),
            LabelledLine.Of("seen", new HtmlElement("strong", new BreakableText(failure.Seen))),
            LabelledLine.Of("rule", SpecificationLink.Render(failure.Specification)),
        ];

    private IEnumerable<(string Name, string Value)> Facts() =>
        exchange.Trace.Failure is { } failure
            ?
            [
                ("check", failure.Check),
                ("expected", failure.Expected),
                ("seen", failure.Seen),
                ("rule", failure.Specification),
            ]
            : [("check", NothingFailed)];
}
