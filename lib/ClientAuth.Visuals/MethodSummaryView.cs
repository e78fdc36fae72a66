using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>The methods beside each other: what is sent, what is stored, what to check first, and what the SDKs call it. Made to be printed.</summary>
public sealed class MethodSummaryView(IReadOnlyList<MethodRow> methods, string title = "The methods on one page")
    : View(title)
{
    private const string Sent = "sent";
    private const string Stored = "stored by the server";
    private const string CheckFirst = "refused? check first";

    private protected override IEnumerable<HtmlNode> Body() =>
        [new HtmlElement("div", methods.Select(Card)).Styled(Style.SideBySide)];

    private protected override string PlainBody() =>
        string.Join("\n\n", methods.Select(row => $"{VisibleText.Line(row.Method)}\n{PlainTable.Render(Facts(row))}"));

    private static HtmlElement Card(MethodRow row) =>
        new HtmlElement(
            "div",
            [
                new HtmlElement("p", HtmlTable.Code(row.Method)).Styled(Style.Subtitle),
                LabelledLine.Of(Sent, new BreakableText(row.Sent)),
                LabelledLine.Of(Stored, new BreakableText(row.Stored)),
                LabelledLine.Of(CheckFirst, new BreakableText(string.Join("; ", row.CheckFirst))),
                .. row.Counterparts.Select(one => LabelledLine.Of(one.Sdk, Name(one.Name))),
            ]
        ).Styled(Style.Column);

    private static HtmlElement Name(string name) => new HtmlElement("code", new BreakableText(name)).Styled(Style.Code);

    private static IEnumerable<(string Name, string Value)> Facts(MethodRow row) =>
        [
            (Sent, row.Sent),
            (Stored, row.Stored),
            (CheckFirst, string.Join("; ", row.CheckFirst)),
            .. row.Counterparts.Select(one => (one.Sdk, one.Name)),
        ];
}

/// <summary>What a reader looks up about one way for a client to prove who it is.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Sent">What a request carries.</param>
/// <param name="Stored">What the server has registered.</param>
/// <param name="CheckFirst">The mistakes to look for first where a request is refused.</param>
/// <param name="Counterparts">What each SDK calls it.</param>
public sealed record MethodRow(
    string Method,
    string Sent,
    string Stored,
    IReadOnlyList<string> CheckFirst,
    IReadOnlyList<(string Sdk, string Name)> Counterparts
);
