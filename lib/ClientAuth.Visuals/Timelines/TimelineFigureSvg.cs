using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Timelines;

/// <summary>Draws stretches as bars and moments as rings and crosses; the lines across all rows have their names above.</summary>
internal sealed class TimelineFigureSvg(TimelineFigure figure, ChartFrame frame)
    : RowFigureSvg(
        figure,
        frame,
        [.. figure.Rows.Select(row => row.Name)],
        figure.Axis,
        LegendOf(figure, frame, figure.Series.Select(series => (series.Name, series.Look))),
        figure.Notes,
        RoomAtEnd
    )
{
    private const double BarHeight = 14;
    private const double MomentLine = 15;
    private const double RoomAtEnd = 12;
    private const double FromMark = 9;

    protected override double MarksHeight => 20;

    protected override double RoomAbove => MomentLine * figure.Moments.Count;

    protected override IEnumerable<SeriesLook> Hatched => figure.Series.Select(series => series.Look);

    protected override IEnumerable<HtmlNode> Behind() =>
        figure.Moments.Index().SelectMany(moment => Moment(moment.Item, moment.Index));

    protected override IEnumerable<HtmlNode> Row(int row, double top)
    {
        var (one, middle) = (figure.Rows[row], top + (MarksHeight / 2));
        foreach (var span in one.Spans)
        {
            yield return Span(span, one.Name, middle - (BarHeight / 2));
        }

        if (one.Mark is { } mark)
        {
            yield return MatrixShapes
                .Of(mark.IsGood ? MatrixCell.Passed : MatrixCell.Failed, X(mark.At), middle)
                .With("data-row", one.Name)
                .With("data-at", Numbers.Significant(mark.At));
        }

        if (one.SignedLabel is { Length: > 0 } label)
        {
            yield return Label(label, X(one.End), middle + 4);
        }
    }

    // Behind the mark where there is room, else before it.
    private HtmlElement Label(string label, double x, double baseline) =>
        x + FromMark + Svg.WidthOf(label) <= Frame.Width
            ? Svg.Text(x + FromMark, baseline, label)
            : Svg.Text(x - FromMark, baseline, label, "end");

    private HtmlElement Span(TimelineSpan span, string row, double top) =>
        new HtmlElement(
            "g",
            [
                new HtmlElement("title", figure.Series[span.Series].Name),
                .. SeriesSwatch.Draw(
                    figure.Series[span.Series].Look,
                    Pattern(span.Series),
                    X(span.From),
                    top,
                    Math.Max(X(span.To) - X(span.From), 1),
                    BarHeight
                ),
            ]
        )
            .With("data-row", row)
            .With("data-series", figure.Series[span.Series].Name)
            .With("data-from", Numbers.Significant(span.From))
            .With("data-to", Numbers.Significant(span.To));

    private IEnumerable<HtmlNode> Moment(TimelineMoment moment, int line)
    {
        var (x, top) = (X(moment.At), Top - RoomAbove + (MomentLine * line));
        var isLate = x + Svg.WidthOf(moment.Name) + 4 > Frame.Width;
        yield return Svg.Line(x, top, x, Bottom, 0.5).With("stroke-dasharray", "4 3");
        yield return Svg.Text(isLate ? x - 4 : x + 4, top + 9, moment.Name, isLate ? "end" : "start");
    }
}
