using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Decisions;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>
/// Why the server decided as it did. Open are the checks that the reader is to look at and the one that failed; those that passed fold
/// into a line for each group.
/// </summary>
public sealed class DecisionTraceView(DecisionTrace trace, string title = "What the server checked") : View(title)
{
    /// <summary>What is not folded: names of checks, such as <c>secret.value</c>, or of groups, such as <c>secret</c>.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    private protected override IEnumerable<HtmlNode> Body() =>
        trace.Decisions is []
            ? [new HtmlElement("p", Summary())]
            : [new HtmlElement("p", Summary()), CheckTable.Render(Summary(), TraceLines.Of(trace, About))];

    // Text cannot fold, so all of it stands there.
    private protected override string PlainBody() =>
        $"{VisibleText.Line(Summary())}\n{CheckTable.Plain(TraceLines.Numbered(trace))}";

    private string Summary() =>
        trace switch
        {
            { Decisions: [] } => "Nothing was checked",
            { Failure: { } failure } => $"Refused by {failure.Check}; nothing after it was checked",
            { Decisions: var all } when all.Any(decision => decision.Verdict == Verdict.Faulted) =>
                $"{Numbers.Show(all.Count(decision => decision.Verdict == Verdict.Passed))} checks passed, and a scripted fault struck",
            { Decisions.Count: var count } => $"All {Numbers.Show(count)} checks passed",
        };
}
