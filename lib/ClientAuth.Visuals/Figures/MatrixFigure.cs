using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Figures;

/// <summary>How far each row came along the columns, and what it was answered.</summary>
internal sealed record MatrixFigure(
    string Title,
    string XTitle,
    string YTitle,
    IReadOnlyList<MatrixColumn> Columns,
    IReadOnlyList<MatrixRow> Rows
) : Figure(Title, XTitle, YTitle)
{
    /// <summary>The kinds of cells that occur; the legend explains these only.</summary>
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
                    row.Response,
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

/// <summary>A row of a matrix.</summary>
/// <param name="Name">What was sent.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Verdict">The check that failed, or that all passed.</param>
/// <param name="IsRefused">Whether a check failed.</param>
/// <param name="Response">What the client was told: status and error code.</param>
internal sealed record MatrixRow(
    string Name,
    IReadOnlyList<MatrixCell> Cells,
    string Verdict,
    bool IsRefused,
    string Response
);

/// <summary>A column of a matrix: one check, or several in a row.</summary>
/// <param name="Name">The check, or the groups that the checks belong to and their number.</param>
/// <param name="Checks">In the server's order.</param>
internal sealed record MatrixColumn(string Name, IReadOnlyList<string> Checks);
