using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Charts;

/// <summary>How far each row came along the columns: a ring for each column it passed, a cross where it ended.</summary>
internal sealed record DotFigure(
    string Title,
    string XTitle,
    string YTitle,
    IReadOnlyList<string> Columns,
    IReadOnlyList<DotRow> Rows
) : Figure(Title, XTitle, YTitle)
{
    /// <summary>Where the row ended: its failing column, or the last that it passed; the first where it passed none.</summary>
    public string LastColumn(DotRow row) => row.Failed ?? Columns.LastOrDefault(row.Passed.Contains) ?? Columns[0];

    public override string ToPlotlyJson() => DotFigurePlotly.Render(this);

    public override HtmlElement ToSvg(string description) => new DotFigureSvg(this).Render(description);

    public override HtmlElement ToTable() =>
        HtmlTable.Render(
            Title,
            [YTitle, "failing check", "checks passed before"],
            Rows.Select<DotRow, IReadOnlyList<HtmlNode>>(row =>
                [row.Name, row.Failed ?? DotRow.None, string.Join(", ", row.Passed)]
            )
        );
}
