using ClientAuth.Visuals.Attacks;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Many attacks in groups, each against a server without its defence and, if it was tried, against one with it.</summary>
public sealed class AttackBoardView(IReadOnlyList<AttackRow> attacks, string title = "Attacks and defences")
    : View(title)
{
    private const string NotTried = "not tried";

    private bool HasBoth => attacks.Any(attack => attack.With is not null);

    private IReadOnlyList<string> Columns =>
        HasBoth
            ? ["Attack", "Without its defence", "With it", "What stops it"]
            : ["Attack", "Without its defence", "What the attacker has", "What the attacker gets"];

    private protected override IEnumerable<HtmlNode> Body() =>
        [new HtmlElement("p", Summary()), HtmlTable.RenderWithoutCaption(Summary(), Columns, Rows())];

    private protected override IEnumerable<HtmlNode> Glance() => [Summary()];

    private protected override string PlainBody() =>
        $"{Summary()}\n" + PlainTable.Render(["Group", .. Columns], attacks.Select(PlainRow));

    private string Summary() =>
        $"{Count(attack => attack.Without)} of {Numbers.Show(attacks.Count(attack => attack.Without is not null))} attacks work without their defence"
        + (HasBoth ? $", {Count(attack => attack.With)} with it" : "");

    private string Count(Func<AttackRow, AttackOutcome?> side) =>
        Numbers.Show(attacks.Count(attack => side(attack)?.Succeeded is true));

    private IEnumerable<HtmlElement> Rows() =>
        attacks
            .GroupBy(attack => attack.Group)
            .SelectMany(group =>
                group.Select(Row).Prepend(HtmlTable.WholeRow(new HtmlElement("strong", group.Key), Columns.Count))
            );

    private HtmlElement Row(AttackRow attack) =>
        HasBoth
            ? HtmlTable.Row([attack.Attack, Badge(attack.Without), Badge(attack.With), Stopper(attack.With)])
            : HtmlTable.Row([attack.Attack, Badge(attack.Without), attack.Holds, attack.Without?.Result ?? ""]);

    private static HtmlElement Badge(AttackOutcome? side) =>
        side is null ? new HtmlElement("span", NotTried) : AttackView.Badge(side);

    private static HtmlNode Stopper(AttackOutcome? side) =>
        side?.StoppedBy is { } check ? HtmlTable.Code(check.Check) : side?.Result ?? "";

    private IReadOnlyList<string> PlainRow(AttackRow attack) =>
        [
            attack.Group,
            attack.Attack,
            attack.Without?.Verdict ?? NotTried,
            .. HasBoth
                ? new[] { attack.With?.Verdict ?? NotTried, attack.With?.StoppedBy?.Check ?? attack.With?.Result ?? "" }
                : [attack.Holds, attack.Without?.Result ?? ""],
        ];
}
