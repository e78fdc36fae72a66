using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Decisions;

/// <summary>
/// Checks as rows of a table: on a wide page name, expected and seen stand side by side, on a narrow one below each other. Checks that are
/// folded lie in a table of their own.
/// </summary>
internal static class CheckTable
{
    private static readonly string[] Columns = ["#", "Check, expected, seen"];

    private static readonly string[] PlainColumns = ["#", "Check", "Expected", "Seen", "Verdict", "Specification"];

    public static HtmlElement Render(string label, IEnumerable<TraceLine> lines) =>
        HtmlTable.RenderWithoutCaption(label, Columns, lines.Select(Row));

    public static string Plain(IEnumerable<TraceLine.Check> checks) =>
        PlainTable.Render(PlainColumns, checks.Select(PlainCells));

    /// <summary>The checks of a folded line, below its words.</summary>
    public static HtmlElement Fold(string words, IReadOnlyList<TraceLine.Check> checks) =>
        new("details", new HtmlElement("summary", words), Render(words, checks));

    private static HtmlElement Row(TraceLine line) =>
        line switch
        {
            TraceLine.Check check => Row(check),
            TraceLine.Folded folded => HtmlTable.WholeRow(Fold($"✓ {folded}", folded.Checks), Columns.Length),
            _ => throw new ArgumentException($"{line.GetType().Name} is no line of a trace.", nameof(line)),
        };

    private static HtmlElement Row(TraceLine.Check check)
    {
        var decision = check.Decision;
        HtmlNode[] cells =
        [
            $"{Sign(decision.Verdict)} {Numbers.Show(check.Number)}",
            new HtmlElement(
                "div",
                Name(decision),
                Part("expected", decision.Expected),
                Part("seen", decision.Seen)
            ).Styled(Style.SideBySide),
        ];
        return decision.Verdict == Verdict.Passed ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }

    private static HtmlElement Name(Decision decision) =>
        new HtmlElement(
            "div",
            new HtmlElement("code", new BreakableText(decision.Check)).Styled(Style.Code),
            new HtmlElement("div", Chip(decision.Verdict), SpecificationLink.Render(decision.Specification)).Styled(
                Style.Label
            )
        ).Styled(Style.Part);

    private static HtmlElement Part(string label, string text) =>
        new HtmlElement(
            "div",
            new HtmlElement("span", $"{label} ").Styled(Style.Label),
            new BreakableText(text)
        ).Styled(Style.Part);

    private static HtmlElement Chip(Verdict verdict) =>
        verdict == Verdict.Passed
            ? new HtmlElement("span")
            : new HtmlElement("span", new HtmlElement("span", Words(verdict)).Styled(Style.Bad), " ");

    private static string[] PlainCells(TraceLine.Check check) =>
        [
            Numbers.Show(check.Number),
            check.Decision.Check,
            check.Decision.Expected,
            check.Decision.Seen,
            Words(check.Decision.Verdict),
            check.Decision.Specification,
        ];

    private static string Words(Verdict verdict) =>
        verdict switch
        {
            Verdict.Failed => "✗ failed",
            Verdict.Faulted => "⚡ fault",
            _ => "✓ passed",
        };

    private static string Sign(Verdict verdict) => Words(verdict)[..1];
}
