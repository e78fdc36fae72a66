using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Exercises;

/// <summary>
/// What the check of an exercise says of an answer: each rule that was looked at, what was expected and seen where one is broken, and
/// hints, which stay folded until the learner wants them.
/// </summary>
/// <param name="title">The exercise and its result.</param>
/// <param name="rows">The rules that were looked at, in order; none where there is no answer yet.</param>
/// <param name="facts">What else is said, above the hints.</param>
/// <param name="hints">From the gentlest on.</param>
public sealed class ExerciseView(
    string title,
    IReadOnlyList<ExerciseRow> rows,
    IReadOnlyList<(string Name, string Value)> facts,
    IReadOnlyList<string> hints
) : View(title)
{
    private protected override IEnumerable<HtmlNode> Body() =>
        [
            .. rows is [] ? Array.Empty<HtmlNode>() : [Rules()],
            .. facts.Select(fact => LabelledLine.Of(fact.Name, CodeWords.Of(fact.Value))),
            .. hints.Select((hint, index) => Foldable.Of([HintTitle(index)], [CodeWords.Of(hint)])),
        ];

    private protected override IEnumerable<HtmlNode> Glance() =>
        facts is [var (name, value), ..] ? [$"{name}: ", new BreakableText(value)] : [];

    private protected override string PlainBody() =>
        string.Join(
            '\n',
            [
                .. rows.SelectMany(Lines),
                .. facts.Select(fact => VisibleText.Line($"{fact.Name}: {CodeWords.Plain(fact.Value)}")),
                .. hints.Select((hint, index) => VisibleText.Line($"{HintTitle(index)}: {CodeWords.Plain(hint)}")),
            ]
        );

    private HtmlElement Rules() => HtmlTable.RenderWithoutCaption(Title, ["Holds", "Rule"], rows.Select(Row));

    private static HtmlElement Row(ExerciseRow row)
    {
        HtmlNode[] cells = [Mark(row), new HtmlElement("div", Parts(row))];
        return row.Holds ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }

    private static IEnumerable<HtmlNode> Parts(ExerciseRow row)
    {
        yield return CodeWords.Of(row.Rule);
        if (row.Expected is { } expected)
        {
            yield return Part("expected", expected);
        }

        if (row.Seen is { } seen)
        {
            yield return Part("seen", seen);
        }
    }

    private static HtmlElement Part(string label, string value) => LabelledLine.Of(label, HtmlTable.Code(value));

    private static IEnumerable<string> Lines(ExerciseRow row)
    {
        yield return VisibleText.Line($"{Mark(row)} {CodeWords.Plain(row.Rule)}");
        if (row.Expected is { } expected)
        {
            yield return VisibleText.Line($"    expected: {expected}");
        }

        if (row.Seen is { } seen)
        {
            yield return VisibleText.Line($"    seen: {seen}");
        }
    }

    private static string Mark(ExerciseRow row) => row.Holds ? "✓" : "✗";

    private string HintTitle(int index) => $"Hint {Numbers.Show(index + 1)} of {Numbers.Show(hints.Count)}";
}
