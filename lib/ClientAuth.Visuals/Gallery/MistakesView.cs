using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>
/// The mistakes that people make most often, as they see them: a line for each, to be opened. Inside, where it lies, how to see it, the mend,
/// and the same mistake at a real server.
/// </summary>
public sealed class MistakesView(
    IReadOnlyList<ShownMistake> mistakes,
    string title = "What people get wrong, the most frequent first"
) : View(title)
{
    private static readonly string[] Columns = ["#", "What they see", "Where it lies", "At the lab's server"];

    private protected override IEnumerable<HtmlNode> Body() =>
        [new HtmlElement("p", Summary()), .. mistakes.Select(Open)];

    private protected override string PlainBody() =>
        $"{VisibleText.Line(Summary())}\n"
        + PlainTable.Render(
            Columns,
            mistakes.Select(mistake =>
                new[]
                {
                    Numbers.Show(mistake.Rank),
                    CodeWords.Plain(First(mistake)),
                    mistake.Side,
                    mistake.Case is { } shown
                        ? $"{shown.Id}: {CaseParts.Glance(shown)}"
                        : mistake.Page?.Words ?? mistake.NoneBecause ?? "",
                }
            )
        );

    private string Summary() =>
        string.Join(
            ", ",
            mistakes
                .GroupBy(mistake => mistake.Side)
                .OrderByDescending(side => side.Count())
                .Select(side => $"{side.Key} {Numbers.Show(side.Count())}")
        );

    private static HtmlElement Open(ShownMistake mistake) =>
        Foldable.Of(
            [
                $"{Numbers.Show(mistake.Rank)} ",
                new HtmlElement("span", mistake.Side).Styled(Style.Sort),
                " ",
                CodeWords.Of(First(mistake)),
            ],
            [
                .. mistake.Symptoms.Skip(1).Select(symptom => Fact("Or you see", CodeWords.Of(Words(symptom)))),
                Fact("What is wrong", CodeWords.Of($"{mistake.Title}. {mistake.Wrong}")),
                Fact("How to see it", CodeWords.Of(mistake.Look)),
                Fact("What to change", CodeWords.Of(mistake.Mend)),
                .. Shown(mistake),
            ]
        );

    private static IEnumerable<HtmlNode> Shown(ShownMistake mistake) =>
        [
            .. mistake.Page is (var address, var words)
                ? [Fact("Shown in", PageLink.To(address, words))]
                : Array.Empty<HtmlNode>(),
            .. mistake.NoneBecause is { } reason ? [Fact("Not shown", CodeWords.Of(reason))] : Array.Empty<HtmlNode>(),
            .. mistake.Case is { } shown ? [Live(shown)] : Array.Empty<HtmlNode>(),
        ];

    private static HtmlElement Live(ShownCase shown) =>
        Foldable.Of(
            [new HtmlElement("strong", $"{shown.Id}: {shown.Title}"), $" → {CaseParts.Glance(shown)}"],
            CaseParts.InShort(shown)
        );

    private static string First(ShownMistake mistake) =>
        mistake.Symptoms is [var first, ..] ? Words(first) : mistake.Wrong;

    // A symptom without a message of a server stands alone; the label before it says that it is seen.
    private static string Words((string? Server, string Text) symptom) =>
        symptom.Server is { } server ? $"{server}: {symptom.Text}" : symptom.Text;

    private static HtmlElement Fact(string label, HtmlNode value) =>
        new HtmlElement("p", new HtmlElement("strong", $"{label}: "), value).Styled(Style.Fact);
}
