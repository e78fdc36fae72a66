using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>
/// Draws stretches for a page as wide as a phone: the name of a row stands above its lanes. A screen reader reads the wide drawing.
/// </summary>
internal sealed class StretchNarrowSvg
{
    private const double Width = 340;
    private const double RoomForTotals = 62;
    private const double NameLine = 17;
    private const double LaneHeight = 14;
    private const double BarHeight = 10;
    private const double MarkLine = 15;

    private readonly StretchFigure _figure;
    private readonly BarLegend _legend;
    private readonly string _id;
    private readonly double _scale;
    private readonly IReadOnlyList<int> _lanes;

    public StretchNarrowSvg(StretchFigure figure)
    {
        _figure = figure;
        _id = $"{Svg.Id(figure)}-narrow";
        _legend = new BarLegend([.. figure.Series.Select(series => (series.Name, series.Look))], _id, Width);
        _scale = (Width - RoomForTotals) / figure.Last;
        _lanes = AxisMark.Lanes(figure.Marks, mark => X(mark.At), mark => Svg.WidthOf(mark.Label) + 12);
    }

    private double Above => _lanes.Count == 0 ? 0 : ((_lanes.Max() + 1) * MarkLine) + 4;

    private double Top => 40 + _legend.Height + Above;

    private double RowHeight => NameLine + (LaneHeight * _figure.Series.Count) + 6;

    private double Bottom => Top + (RowHeight * _figure.Categories.Count);

    public HtmlElement Render(string description) =>
        Svg.HiddenDrawing(
            Width,
            Bottom + 44,
            _figure.Title,
            description,
            [
                new HtmlElement(
                    "defs",
                    _figure
                        .Series.Select((one, i) => HatchPattern.Define(Pattern(i), one.Look.Hatch))
                        .OfType<HtmlElement>()
                ),
                Svg.Heading(0, 16, _figure.Title),
                _legend.Render(30),
                .. AxisTicks.For(_figure.Last).SelectMany(Tick),
                Svg.Text(0, Bottom + 36, _figure.XTitle).With("font-style", "italic"),
                .. _figure.Categories.SelectMany((_, row) => Row(row)),
                .. _figure.Marks.Zip(_lanes, Mark).SelectMany(nodes => nodes),
            ],
            Style.NarrowDrawing
        );

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.15),
            Svg.Text(X(tick), Bottom + 16, Numbers.Show(tick), tick == 0 ? "start" : "middle"),
        ];

    private IEnumerable<HtmlNode> Row(int row)
    {
        var top = Top + (RowHeight * row);
        return
        [
            Svg.Line(0, top, Width, top, 0.15),
            Svg.Text(4, top + 14, _figure.Categories[row]),
            .. _figure.Series.SelectMany(
                (series, lane) => Lane(series, lane, row, top + NameLine + (LaneHeight * lane))
            ),
        ];
    }

    private IEnumerable<HtmlNode> Lane(StretchSeries series, int lane, int row, double top) =>
        [
            .. series
                .Rows[row]
                .SelectMany(stretch =>
                    BarLegend.Swatch(
                        series.Look,
                        Pattern(lane),
                        X(stretch.From),
                        top + 1,
                        stretch.Length * _scale,
                        BarHeight
                    )
                ),
            Svg.Text(Width, top + BarHeight, $"{Numbers.Show(series.Total(row))} {_figure.Unit}", "end"),
        ];

    // Interrupted where the name of a row stands.
    private IEnumerable<HtmlNode> Mark(AxisMark mark, int lane)
    {
        var (x, top) = (X(mark.At), Top - Above + (MarkLine * lane));
        return
        [
            Dashes(x, top, Top),
            .. _figure.Categories.Select(
                (_, row) => Dashes(x, Top + (RowHeight * row) + NameLine, Top + (RowHeight * (row + 1)))
            ),
            Svg.Text(x + 4, top + 11, mark.Label),
        ];
    }

    private static HtmlElement Dashes(double x, double from, double to) =>
        Svg.Line(x, from, x, to, 0.75).With("stroke-dasharray", "4 3");

    private double X(double day) => day * _scale;

    private string Pattern(int series) => $"{_id}-{Numbers.Show(series)}";
}
