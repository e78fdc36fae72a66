using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Draws stretches: in each row a lane for each series, and behind each lane its sum.</summary>
internal sealed class DayRangeFigureSvg(DayRangeFigure figure, ChartFrame frame)
    : RowFigureSvg(
        figure,
        frame,
        figure.Categories,
        new ValueAxis(0, figure.Last),
        LegendOf(figure, frame, figure.Series.Select(series => (series.Name, series.Look))),
        notes: [],
        RoomForTotals
    )
{
    private const double LaneHeight = 15;
    private const double BarHeight = 11;
    private const double RoomForTotals = 68;
    private const double MarkLine = 15;

    protected override double MarksHeight => LaneHeight * figure.Series.Count;

    protected override double RoomAbove => figure.Marks is [] ? 0 : ((Lanes.Max() + 1) * MarkLine) + 4;

    protected override IEnumerable<SeriesLook> Hatched => figure.Series.Select(series => series.Look);

    private IReadOnlyList<int> Lanes =>
        AxisMark.Lanes(figure.Marks, mark => X(mark.At), mark => Svg.WidthOf(mark.Label) + 16);

    protected override IEnumerable<HtmlNode> Row(int row, double top) =>
        figure.Series.SelectMany((series, lane) => Lane(series, lane, row, top + (LaneHeight * lane)));

    protected override IEnumerable<HtmlNode> Across() => figure.Marks.Zip(Lanes, Mark).SelectMany(nodes => nodes);

    // Interrupted where the name of a row stands above its lanes.
    private IEnumerable<HtmlNode> Mark(AxisMark mark, int lane)
    {
        var (x, top) = (X(mark.At), Top - RoomAbove + (MarkLine * lane));
        return
        [
            Svg.Text(x + 4, top + 11, mark.Label),
            new HtmlElement(
                "g",
                Frame.NamesAbove
                    ?
                    [
                        Dashes(x, top, Top),
                        .. figure.Categories.Select(
                            (_, row) => Dashes(x, TopOfMarks(row), TopOfMarks(row) + MarksHeight)
                        ),
                    ]
                    : [Dashes(x, top, Bottom)]
            ).With("data-mark", mark.At),
        ];
    }

    private static HtmlElement Dashes(double x, double from, double to) =>
        Svg.Line(x, from, x, to, 0.75).With("stroke-dasharray", "4 3");

    private IEnumerable<HtmlNode> Lane(DayRangeSeries series, int lane, int row, double top)
    {
        foreach (var stretch in series.Rows[row])
        {
            yield return Bar(series, lane, stretch, top);
        }

        // Behind the last day of the axis, so that a number never stands on a bar.
        var total = Numbers.Show(series.Total(row));
        yield return Svg.Text(Frame.Width, top + BarHeight, $"{total} {figure.Unit}", "end");
    }

    private HtmlElement Bar(DayRangeSeries series, int lane, DayRange stretch, double top) =>
        new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {Numbers.Show(stretch.Length)} {figure.Unit}"),
                .. SeriesSwatch.Draw(
                    series.Look,
                    Pattern(lane),
                    X(stretch.From),
                    top + 1,
                    X(stretch.End) - X(stretch.From),
                    BarHeight
                ),
            ]
        )
            .With("data-series", series.Name)
            .With("data-from", stretch.From)
            .With("data-value", stretch.Length);
}
