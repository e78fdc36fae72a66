using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Charts;

/// <summary>How far each row came along the columns, and what it was answered.</summary>
internal sealed record MatrixFigure(
    string Title,
    string XTitle,
    string YTitle,
    IReadOnlyList<MatrixColumn> Columns,
    IReadOnlyList<MatrixRow> Rows
) : Figure(Title, XTitle, YTitle)
{
    /// <summary>The kinds of cells that there are; the legend explains no other.</summary>
    public IReadOnlyList<MatrixCell> Kinds => [.. Rows.SelectMany(row => row.Cells).Distinct().Order()];

    public override string ToPlotlyJson() => MatrixPlotly.Render(this);

    /// <summary>A wide and a narrow drawing, of which the page shows the one that fits.</summary>
    public override HtmlElement ToSvg(string description) =>
        new("div", new MatrixWideSvg(this).Render(description), new MatrixNarrowSvg(this).Render(description));

    public override HtmlElement ToTable() => new("div", Requests(), Key());

    private HtmlElement Requests() =>
        HtmlTable.Render(
            Title,
            [YTitle, "response", "failing check", "passed before", MatrixCells.Name(MatrixCell.NoSuchCheck)],
            Rows.Select<MatrixRow, IReadOnlyList<HtmlNode>>(row =>
                [
                    row.Name,
                    row.Answer,
                    row.IsRefused ? row.Verdict : "none",
                    Names(row, MatrixCell.Passed),
                    Names(row, MatrixCell.NoSuchCheck),
                ]
            )
        );

    private HtmlElement Key() =>
        HtmlTable.Render(
            "The columns, in the server's order",
            ["column", "checks"],
            Columns.Select<MatrixColumn, IReadOnlyList<HtmlNode>>(column =>
                [column.Name, string.Join(", ", column.Checks)]
            )
        );

    private string Names(MatrixRow row, MatrixCell kind) =>
        string.Join(", ", Columns.Zip(row.Cells).Where(one => one.Second == kind).Select(one => one.First.Name));
}
