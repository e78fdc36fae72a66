using ClientAuth.Visuals.Differences;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Two ways to the same result, side by side; a row is equal when both texts are, character by character.</summary>
public sealed class ComparisonView(string title, params IReadOnlyList<(string Name, string Left, string Right)> rows)
    : View(title)
{
    /// <summary>Heading of the left column.</summary>
    public string Left { get; init; } = "By hand";

    /// <summary>Heading of the right column.</summary>
    public string Right { get; init; } = "By the library";

    /// <summary>What a row is whose two texts are equal.</summary>
    public string Agreement { get; init; } = "equal";

    /// <summary>Whether every row is equal.</summary>
    public bool AllEqual => rows.All(IsEqual);

    private string[] Columns => ["Part", Left, Right, $"{char.ToUpperInvariant(Agreement[0])}{Agreement[1..]}"];

    private protected override IEnumerable<HtmlNode> Body() => [HtmlTable.Render(Summary(), Columns, rows.Select(Row))];

    private protected override IEnumerable<HtmlNode> Glance() =>
        [
            new HtmlElement("span", $"{(AllEqual ? '✓' : '✗')} {Summary()}").Styled(AllEqual ? Style.Good : Style.Bad),
            $" {string.Join(", ", rows.Select(row => row.Name))}",
        ];

    private protected override string PlainBody() =>
        $"{Summary()}\n"
        + PlainTable.Render(Columns, rows.Select(row => new[] { row.Name, row.Left, row.Right, Words(row) }));

    private string Summary() =>
        AllEqual
            ? $"Every part is {Agreement}"
            : $"{Numbers.Show(rows.Count(row => !IsEqual(row)))} of {Numbers.Show(rows.Count)} parts differ";

    private HtmlElement Row((string Name, string Left, string Right) row)
    {
        var part = new ComparedPart(row.Name, new ShownValue(row.Left), new ShownValue(row.Right));
        var (left, right) = IsEqual(row)
            ? (HtmlTable.Code(row.Left), HtmlTable.Code(row.Right))
            : DifferenceMarks.Of(part);
        HtmlNode[] cells =
        [
            row.Name,
            left!,
            right!,
            new HtmlElement("span", Words(row)).Styled(IsEqual(row) ? Style.Good : Style.Bad),
        ];
        return IsEqual(row) ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }

    private static bool IsEqual((string Name, string Left, string Right) row) => row.Left == row.Right;

    private string Words((string Name, string Left, string Right) row) => IsEqual(row) ? $"✓ {Agreement}" : "✗ differs";
}
