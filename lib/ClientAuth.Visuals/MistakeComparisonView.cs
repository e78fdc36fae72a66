using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Frequent mistakes and what two servers answer to them. What a server lets pass stands out; what no request can show is folded.</summary>
/// <param name="rows">The mistakes that were sent, or could have been.</param>
/// <param name="notShowable">Those that no request can show, each with the reason.</param>
/// <param name="title">What is compared.</param>
public sealed class MistakeComparisonView(
    IReadOnlyList<MistakeRow> rows,
    IReadOnlyList<(int Number, string Mistake, string Why)> notShowable,
    string title = "What two servers answer to frequent mistakes"
) : View(title)
{
    /// <summary>Heading of the column of the server that is judged.</summary>
    public string Judged { get; init; } = "Your server";

    private string[] Columns => ["Mistake", Judged, "The lab's server", "What that means"];

    private string Summary =>
        Asked == 0 ? $"{Judged} was not asked"
        : Count(MistakeVerdict.Finding) > 0
            ? $"{Numbers.Show(Count(MistakeVerdict.Finding))} of {Numbers.Show(Asked)} are not answered as they should be"
        : Count(MistakeVerdict.Undecided) > 0
            ? $"{Numbers.Show(Count(MistakeVerdict.AsItShould))} of {Numbers.Show(Asked)} are answered as they should be, the others show nothing"
        : $"All {Numbers.Show(Asked)} that were sent are answered as they should be";

    private string NotShowable => $"{Numbers.Show(notShowable.Count)} more that no request can show";

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            HtmlTable.Render(Summary, Columns, rows.Select(Row)),
            new HtmlElement(
                "details",
                new HtmlElement("summary", NotShowable).Styled(Style.Summary),
                HtmlTable.RenderWithoutCaption(
                    NotShowable,
                    ["Mistake", "Why not"],
                    notShowable.Select(one =>
                        HtmlTable.Row([Named(one.Number, one.Mistake), new BreakableText(one.Why)])
                    )
                )
            ),
        ];

    private protected override IEnumerable<HtmlNode> Glance() => [Summary];

    private protected override string PlainBody() =>
        string.Join(
            "\n\n",
            [
                $"{Summary}\n"
                    + PlainTable.Render(
                        Columns,
                        rows.Select(row => new[] { Named(row.Number, row.Mistake), Yours(row), row.Labs, row.Meaning })
                    ),
                $"{NotShowable}\n"
                    + PlainTable.Render(
                        ["Mistake", "Why not"],
                        notShowable.Select(one => new[] { Named(one.Number, one.Mistake), one.Why })
                    ),
            ]
        );

    private static HtmlElement Row(MistakeRow row)
    {
        HtmlNode[] cells =
        [
            Named(row.Number, row.Mistake),
            new HtmlElement("span", Yours(row)).Styled(
                row.Verdict switch
                {
                    MistakeVerdict.AsItShould => Style.Good,
                    MistakeVerdict.Finding => Style.Bad,
                    _ => Style.Label,
                }
            ),
            new HtmlElement("span", row.Labs).Styled(Style.OnePiece),
            new HtmlElement("div", new BreakableText(row.Meaning)).Styled(Style.Sentence),
        ];
        return row.Verdict is MistakeVerdict.Finding ? HtmlTable.FailedRow(cells) : HtmlTable.Row(cells);
    }

    private static string Yours(MistakeRow row) =>
        row.Verdict switch
        {
            MistakeVerdict.AsItShould => $"✓ {row.Yours}",
            MistakeVerdict.Finding => $"✗ {row.Yours}",
            _ => row.Yours,
        };

    private static string Named(int number, string mistake) => $"{Numbers.Show(number)}  {mistake}";

    private int Asked => rows.Count - Count(MistakeVerdict.NotAsked);

    private int Count(MistakeVerdict verdict) => rows.Count(row => row.Verdict == verdict);
}

/// <summary>One mistake and what two servers answered to it.</summary>
/// <param name="Number">Its place among the most frequent mistakes.</param>
/// <param name="Mistake">What was done, in a few words.</param>
/// <param name="Yours">What the reader's server answered, in a few words.</param>
/// <param name="Labs">What the lab's answered.</param>
/// <param name="Meaning">What the reader may conclude.</param>
/// <param name="Verdict">Whether the reader's server answered as it should.</param>
public sealed record MistakeRow(
    int Number,
    string Mistake,
    string Yours,
    string Labs,
    string Meaning,
    MistakeVerdict Verdict
);

/// <summary>How a server dealt with a mistake.</summary>
public enum MistakeVerdict
{
    /// <summary>As it should.</summary>
    AsItShould,

    /// <summary>It let it pass, or makes it itself.</summary>
    Finding,

    /// <summary>It was sent, and does not tell: the server was busy or broken, or gave no answer.</summary>
    Undecided,

    /// <summary>Nothing was sent.</summary>
    NotAsked,
}
