using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Names and values under a title, shown as they are given.</summary>
public sealed class FactsView(string title, params IReadOnlyList<(string Name, string Value)> facts) : View(title)
{
    private protected override IEnumerable<HtmlNode> Body() =>
        [
            HtmlTable.FactsWithoutCaption(
                Title,
                facts.Select<(string Name, string Value), (string, HtmlNode)>(fact => (fact.Name, fact.Value))
            ),
        ];

    private protected override IEnumerable<HtmlNode> Glance() =>
        facts is [var (name, value), ..] ? [$"{name}: ", new BreakableText(value)] : [];

    private protected override string PlainBody() => PlainTable.Render(facts);
}
