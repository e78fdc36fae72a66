using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Why the server decided as it did: one line for each of its checks, the failing one marked.</summary>
public sealed class DecisionTraceView(DecisionTrace trace, string title = "What the server checked") : View(title)
{
    private static readonly string[] Columns = ["#", "Check", "Expected", "Seen", "Verdict", "Specification"];

    private protected override IEnumerable<HtmlNode> Body() =>
        [HtmlTable.Render(Summary(), Columns, trace.Decisions.Select(Row))];

    private protected override string PlainBody() =>
        $"{VisibleText.Line(Summary())}\n"
        + PlainTable.Render(Columns, trace.Decisions.Select((decision, index) => Cells(decision, index)));

    private string Summary() =>
        trace switch
        {
            { Decisions: [] } => "Nothing was checked",
            { Failure: { } failure } => $"Refused by {failure.Check}; nothing after it was checked",
            { Decisions: var all } when all.Any(decision => decision.Verdict == Verdict.Faulted) =>
                $"{Numbers.Show(all.Count(decision => decision.Verdict == Verdict.Passed))} checks passed, and a scripted fault struck",
            { Decisions.Count: var count } => $"All {Numbers.Show(count)} checks passed",
        };

    private static HtmlElement Row(Decision decision, int index)
    {
        HtmlNode[] cells =
        [
            Numbers.Show(index + 1),
            HtmlTable.Name(decision.Check),
            new BreakableText(decision.Expected),
            new BreakableText(decision.Seen),
            new HtmlElement("span", Words(decision.Verdict)).Styled(
                decision.Verdict == Verdict.Passed ? Style.Good : Style.Bad
            ),
            SpecificationLink.Render(decision.Specification),
        ];
        return decision.Verdict == Verdict.Passed ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }

    private static string[] Cells(Decision decision, int index) =>
        [
            Numbers.Show(index + 1),
            decision.Check,
            decision.Expected,
            decision.Seen,
            Words(decision.Verdict),
            decision.Specification,
        ];

    private static string Words(Verdict verdict) =>
        verdict switch
        {
            Verdict.Failed => "✗ failed",
            Verdict.Faulted => "⚡ fault",
            _ => "✓ passed",
        };
}
