using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws stretches: in each row a lane for each series, and behind each lane its sum.</summary>
internal sealed class StretchFigureSvg(StretchFigure figure)
    : RowFigureSvg(
        figure,
        figure.Categories,
        [.. figure.Series.Select(series => (series.Name, series.Look))],
        figure.Last,
        RoomForTotals
    )
{
    private const double LaneHeight = 15;
    private const double BarHeight = 11;
    private const double RowGap = 10;
    private const double RoomForTotals = 74;
    private const double MarkLine = 15;

    protected override double RowHeight => (LaneHeight * figure.Series.Count) + RowGap;

    protected override double RoomAbove => figure.Marks is [] ? 0 : ((Lanes.Max() + 1) * MarkLine) + 4;

    private IReadOnlyList<int> Lanes =>
        AxisMark.Lanes(figure.Marks, mark => X(mark.At), mark => Svg.WidthOf(mark.Label) + 16);

    protected override IEnumerable<HtmlNode> AcrossRows() =>
        figure
            .Marks.Zip(Lanes)
            .SelectMany(
                IEnumerable<HtmlNode> (one) =>
                {
                    var (x, top) = (X(one.First.At), Top - RoomAbove + (MarkLine * one.Second));
                    return
                    [
                        Svg.Line(x, top, x, Bottom, 0.75)
                            .With("stroke-dasharray", "4 3")
                            .With("data-mark", one.First.At),
                        Svg.Text(x + 4, top + 11, one.First.Label),
                    ];
                }
            );

    protected override IEnumerable<HtmlNode> Row(int row)
    {
        var top = Top + (RowHeight * row) + (RowGap / 2);
        var middle = top + (LaneHeight * figure.Series.Count / 2) + 4;
        return
        [
            Name(row, middle),
            Svg.Line(Left, Top + (RowHeight * row), Svg.Width, Top + (RowHeight * row), 0.15),
            .. figure.Series.SelectMany((series, lane) => Lane(series, lane, row, top + (LaneHeight * lane))),
        ];
    }

    private IEnumerable<HtmlNode> Lane(StretchSeries series, int lane, int row, double top)
    {
        foreach (var stretch in series.Rows[row])
        {
            yield return Bar(series, lane, stretch, top);
        }

        // Behind the last day of the axis, so that a number never stands on a bar.
        var total = Numbers.Show(series.Total(row));
        yield return Svg.Text(Svg.Width, top + BarHeight, $"{total} {figure.Unit}", "end");
    }

    private HtmlElement Bar(StretchSeries series, int lane, Stretch stretch, double top) =>
        new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {Numbers.Show(stretch.Length)} {figure.Unit}"),
                .. BarLegend.Swatch(
                    series.Look,
                    Pattern(lane),
                    X(stretch.From),
                    top + 1,
                    stretch.Length * Scale,
                    BarHeight
                ),
            ]
        )
            .With("data-series", series.Name)
            .With("data-from", stretch.From)
            .With("data-value", stretch.Length);
}
