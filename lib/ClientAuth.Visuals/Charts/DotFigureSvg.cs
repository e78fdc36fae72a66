using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws rows of dots. Nothing stands behind a row's last mark, so its label is written there.</summary>
internal sealed class DotFigureSvg
{
    private const double RowHeight = 26;
    private const double Top = 46;
    private const double NarrowestColumn = 20;
    private const double SlantSine = 0.643; // 40 degrees
    private const double SlantCosine = 0.766;
    private const double BoldOverRegular = 1.2;

    private readonly DotFigure _figure;
    private readonly double _left;
    private readonly double _step;
    private readonly double _width;

    public DotFigureSvg(DotFigure figure)
    {
        _figure = figure;
        _left =
            14
            + figure
                .Rows.Select(row => Svg.WidthOf(row.Name))
                .Concat(figure.Columns.Select(RoomToTheLeft))
                .DefaultIfEmpty(0)
                .Max();
        _step = figure.Rows.Select(WidestStep).Append((Svg.Width - _left) / Math.Max(1, figure.Columns.Count)).Min();
        _step = Math.Clamp(_step, NarrowestColumn, 70);
        _width = figure.Rows.Select(row => X(LastColumn(row)) + 14 + LabelWidth(row)).Append(Svg.Width).Max();
    }

    private double Bottom => Top + (RowHeight * _figure.Rows.Count);

    private double LabelHeight => (_figure.Columns.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() * SlantSine) + 24;

    public HtmlElement Render(string description) =>
        Svg.Drawing(
            _width,
            Bottom + LabelHeight + 24,
            _figure.Title,
            description,
            [
                Svg.Heading(0, 16, _figure.Title),
                Svg.Text(_left - 10, Top - 3, _figure.YTitle, "end").With("font-style", "italic"),
                .. _figure.Columns.Select(ColumnName),
                Svg.Text(_left, Bottom + LabelHeight + 16, _figure.XTitle).With("font-style", "italic"),
                .. _figure.Rows.Select(Row),
            ]
        );

    private HtmlNode ColumnName(string name, int column)
    {
        var (x, y) = (X(column) + 4, Bottom + 14);
        return Svg.Text(x, y, name, "end").With("transform", $"rotate(-40 {Numbers.Show(x)} {Numbers.Show(y)})");
    }

    private HtmlNode Row(DotRow row, int index)
    {
        var y = Top + (RowHeight * index) + (RowHeight / 2);
        var last = X(LastColumn(row));
        return new HtmlElement(
            "g",
            [
                Svg.Text(_left - 10, y + 4, row.Name, "end"),
                Svg.Line(_left, y, last, y, 0.25),
                .. row.Passed.Select(check => Ring(X(IndexOf(check)), y).With("data-passed", check)),
                .. row.Failed is { } failed ? new HtmlNode[] { Cross(last, y).With("data-failed", failed) } : [],
                Svg.Text(last + 12, y + 4, row.Label).With("font-weight", row.Failed is null ? "400" : "600"),
            ]
        ).With("data-row", row.Name);
    }

    private static HtmlElement Ring(double x, double y) =>
        new HtmlElement("circle")
            .With("cx", x)
            .With("cy", y)
            .With("r", 4)
            .With("fill", SeriesLook.Passed)
            .With("stroke", "currentColor")
            .With("stroke-opacity", 0.6);

    private static HtmlElement Cross(double x, double y) =>
        new HtmlElement("path")
            .With("d", $"M{Numbers.Show(x - 5)} {Numbers.Show(y - 5)}l10 10m0 -10l-10 10")
            .With("stroke", SeriesLook.Failed)
            .With("stroke-width", 3)
            .With("stroke-linecap", "round")
            .With("fill", "none");

    // A slanted column name ends below its column and begins to the left of it.
    private static double RoomToTheLeft(string name, int column) =>
        (Svg.WidthOf(name) * SlantCosine) - ((column + 0.5) * NarrowestColumn);

    private double WidestStep(DotRow row) => (Svg.Width - _left - 14 - LabelWidth(row)) / (LastColumn(row) + 0.5);

    private static double LabelWidth(DotRow row) => Svg.WidthOf(row.Label) * (row.Failed is null ? 1 : BoldOverRegular);

    private int LastColumn(DotRow row) =>
        row.Failed is { } failed ? IndexOf(failed) : row.Passed.Select(IndexOf).DefaultIfEmpty(0).Max();

    private int IndexOf(string column) => _figure.Columns.ToList().IndexOf(column);

    private double X(int column) => _left + ((column + 0.5) * _step);
}
