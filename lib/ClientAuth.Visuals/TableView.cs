using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Rows under headings, shown as they are given; the first cell of a row names it.</summary>
public sealed class TableView(
    string title,
    string caption,
    IReadOnlyList<string> columns,
    params IReadOnlyList<IReadOnlyList<string>> rows
) : View(title)
{
    private protected override IEnumerable<HtmlNode> Body() =>
        [HtmlTable.Render(caption, columns, rows.Select(row => row.Select(cell => (HtmlNode)cell).ToArray()))];

    private protected override string PlainBody() => $"{VisibleText.Line(caption)}\n{PlainTable.Render(columns, rows)}";
}
