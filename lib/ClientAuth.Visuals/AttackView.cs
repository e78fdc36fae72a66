using ClientAuth.Visuals.Attacks;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>One attack against two servers that differ in one defence: what the attacker holds at the one, and what stops the attack at the other.</summary>
/// <param name="title">The attack.</param>
/// <param name="without">At the server without the defence.</param>
/// <param name="with">At the server with it.</param>
public sealed class AttackView(string title, AttackOutcome without, AttackOutcome with) : View(title)
{
    private const string Without = "Without the defence";
    private const string With = "With the defence";

    private protected override IEnumerable<HtmlNode> Body() =>
        [new HtmlElement("div", Column(Without, without), Column(With, with)).Styled(Style.SideBySide)];

    private protected override IEnumerable<HtmlNode> Glance() =>
        [Badge(without), " without the defence; ", Badge(with), " with it", .. StoppedBy()];

    private protected override string PlainBody() => $"{Plain(Without, without)}\n\n{Plain(With, with)}";

    private IEnumerable<HtmlNode> StoppedBy() =>
        with.StoppedBy is { } check ? [", by ", HtmlTable.Name(check.Check)] : [];

    private static HtmlElement Column(string heading, AttackOutcome side) =>
        new HtmlElement(
            "div",
            [
                new HtmlElement("p", heading).Styled(Style.Subtitle),
                new HtmlElement("p", Badge(side)).Styled(Style.Fact),
                .. Facts(side).Select(fact => Fact(fact.Name, fact.Value)),
            ]
        ).Styled(Style.Column);

    /// <summary>Whether the attack works there, in a colour of its own.</summary>
    internal static HtmlElement Badge(AttackOutcome side) =>
        new HtmlElement("span", side.Verdict).Styled(side.Succeeded ? Style.Bad : Style.Good);

    private static HtmlElement Fact(string label, string value) =>
        new HtmlElement(
            "p",
            new HtmlElement("span", $"{label} ").Styled(Style.Label),
            label switch
            {
                "check" => HtmlTable.Code(value),
                "rule" => SpecificationLink.Render(value),
                _ => new BreakableText(value),
            }
        ).Styled(Style.Fact);

    private static IEnumerable<(string Name, string Value)> Facts(AttackOutcome side)
    {
        yield return (side.Succeeded ? "attacker holds" : "result", side.Result);
        if (side.Response is { } response)
        {
            yield return ("response", response);
        }

        if (side.StoppedBy is { } check)
        {
            yield return ("check", check.Check);
            yield return ("expected", check.Expected);
            yield return ("seen", check.Seen);
            yield return ("rule", check.Specification);
        }
    }

    private static string Plain(string heading, AttackOutcome side) =>
        $"{heading}: {side.Verdict}\n{PlainTable.Render(Facts(side))}";
}
