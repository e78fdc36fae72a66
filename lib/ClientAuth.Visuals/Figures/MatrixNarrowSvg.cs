using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>
/// Draws a matrix for a page as wide as a phone: columns have numbers, which are explained below, and the words of a row stand above and
/// below its cells. A screen reader reads the wide drawing.
/// </summary>
internal sealed class MatrixNarrowSvg
{
    private const double Width = 340;
    private const double RowHeight = 60;
    private const double KeyLine = 18;
    private const double WidestColumn = 27;

    private readonly MatrixFigure _figure;
    private readonly Legend _legend;
    private readonly double _top;
    private readonly double _step;

    public MatrixNarrowSvg(MatrixFigure figure)
    {
        _figure = figure;
        _legend = MatrixShapes.Legend(figure.Kinds, Width);
        _top = 52 + _legend.Height;
        _step = Math.Min(WidestColumn, (Width - 8) / Math.Max(1, figure.Columns.Count));
    }

    private double Bottom => _top + (RowHeight * _figure.Rows.Count);

    public HtmlElement Render(string description) =>
        Svg.Form(
            isNarrow: true,
            Width,
            Bottom + 30 + (KeyLine * _figure.Columns.Count),
            _figure.Title,
            description,
            [
                Svg.Heading(0, 16, _figure.Title),
                .. _legend.Render(30),
                .. _figure.Columns.Select(
                    (_, index) => Svg.Text(X(index), _top - 6, Numbers.Show(index + 1), "middle")
                ),
                .. _figure.Rows.SelectMany(Row),
                Svg.Line(0, Bottom, Width, Bottom, 0.15),
                Svg.Text(0, Bottom + 20, _figure.XTitle).With("font-style", "italic"),
                .. _figure.Columns.SelectMany(Key),
            ],
            Style.NarrowDrawing
        );

    private IEnumerable<HtmlNode> Row(MatrixRow row, int index)
    {
        var top = _top + (RowHeight * index);
        return
        [
            Svg.Line(0, top, Width, top, 0.15),
            Svg.Text(0, top + 16, row.Name),
            .. row.Cells.Select((cell, column) => MatrixShapes.Of(cell, X(column), top + 30)),
            Svg.Text(0, top + 52, row.Verdict).With("font-weight", row.IsRefused ? "600" : "400"),
            Svg.Text(Width, top + 52, row.Response, "end"),
        ];
    }

    private IEnumerable<HtmlNode> Key(MatrixColumn column, int index)
    {
        var y = Bottom + 20 + (KeyLine * (index + 1));
        return [Svg.Text(18, y, Numbers.Show(index + 1), "end"), Svg.Text(28, y, column.Name)];
    }

    private double X(int column) => 4 + ((column + 0.5) * _step);
}
