using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Draws a matrix: the names of the rows on the left, the names of the columns below, and on the right where each row ended.</summary>
internal sealed class MatrixWideSvg
{
    private const double RowHeight = 36;
    private const double SlantSine = 0.643; // 40 degrees
    private const double SlantCosine = 0.766;
    private const double BoldOverRegular = 1.15;
    private const double NarrowestColumn = 20;
    private const double WidestColumn = 40;

    private readonly MatrixFigure _figure;
    private readonly Legend _legend;
    private readonly double _top;
    private readonly double _left;
    private readonly double _step;

    public MatrixWideSvg(MatrixFigure figure)
    {
        _figure = figure;
        _legend = MatrixShapes.Legend(figure.Kinds, Svg.Width);
        _top = 46 + _legend.Height;
        var right = figure.Rows.Select(VerdictWidth).DefaultIfEmpty(0).Max() + 12;
        _left = 14 + figure.Rows.Select(row => Svg.WidthOf(row.Name)).DefaultIfEmpty(0).Max();
        // A slanted name ends below its column and begins to the left of it.
        _left = Math.Max(_left, figure.Columns.Select(RoomToTheLeft).DefaultIfEmpty(0).Max());
        _step = Math.Clamp(
            (Svg.Width - _left - right) / Math.Max(1, figure.Columns.Count),
            NarrowestColumn,
            WidestColumn
        );
    }

    private double Bottom => _top + (RowHeight * _figure.Rows.Count);

    private double Right => _left + (_step * _figure.Columns.Count);

    private double NameHeight =>
        (_figure.Columns.Select(column => Svg.WidthOf(column.Name)).DefaultIfEmpty(0).Max() * SlantSine) + 10;

    public HtmlElement Render(string description) =>
        Svg.Form(
            isNarrow: false,
            _figure.Rows.Select(row => Right + 12 + VerdictWidth(row)).Append(Svg.Width).Max(),
            Bottom + NameHeight + 24,
            _figure.Title,
            description,
            [
                Svg.Heading(0, 16, _figure.Title),
                .. _legend.Render(30),
                Svg.Text(_left - 10, _top - 3, _figure.YTitle, "end").With("font-style", "italic"),
                .. _figure.Columns.SelectMany(Column),
                Svg.Text(_left, Bottom + NameHeight + 16, _figure.XTitle).With("font-style", "italic"),
                .. _figure.Rows.Select(Row),
            ],
            Style.WideDrawing
        );

    private IEnumerable<HtmlNode> Column(MatrixColumn column, int index)
    {
        var (x, y) = (X(index) + 4, Bottom + 14);
        return
        [
            Svg.Line(X(index), _top, X(index), Bottom, 0.12),
            Svg.Text(x, y, column.Name, "end").With("transform", $"rotate(-40 {Numbers.Show(x)} {Numbers.Show(y)})"),
        ];
    }

    private HtmlNode Row(MatrixRow row, int index)
    {
        var y = _top + (RowHeight * (index + 0.5));
        return new HtmlElement(
            "g",
            [
                Svg.Line(0, y - (RowHeight / 2), Svg.Width, y - (RowHeight / 2), 0.15),
                Svg.Text(_left - 10, y + 4, row.Name, "end"),
                .. row.Cells.Select(
                    (cell, column) =>
                        MatrixShapes
                            .Of(cell, X(column), y)
                            .With($"data-{cell}".ToLowerInvariant(), _figure.Columns[column].Name)
                ),
                Svg.Text(Right + 10, y - 2, row.Verdict).With("font-weight", row.IsRefused ? "600" : "400"),
                Svg.Text(Right + 10, y + 13, row.Response),
            ]
        ).With("data-row", row.Name);
    }

    private static double VerdictWidth(MatrixRow row) =>
        Math.Max(Svg.WidthOf(row.Verdict) * (row.IsRefused ? BoldOverRegular : 1), Svg.WidthOf(row.Response));

    private static double RoomToTheLeft(MatrixColumn column, int index) =>
        (Svg.WidthOf(column.Name) * SlantCosine) - ((index + 0.5) * NarrowestColumn);

    private double X(int column) => _left + ((column + 0.5) * _step);
}
