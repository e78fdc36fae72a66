using System.Text;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Measurements;

/// <summary>Draws samples as points over the band of most of them, and the median as a bar; behind each lane its median as a number.</summary>
internal sealed class MeasurementFigureSvg(MeasurementFigure figure, ChartFrame frame)
    : RowFigureSvg(figure, frame, figure.Rows, figure.Axis, Legend(figure), figure.Sentences, RoomForMedians)
{
    private const double LaneHeight = 20;
    private const double BandHeight = 14;
    private const double RoomForMedians = 64;
    private const double PointsHeight = 11;

    protected override double MarksHeight => LaneHeight * figure.Series.Count;

    protected override IEnumerable<HtmlNode> Row(int row, double top) =>
        figure
            .Lanes.Where(lane => lane.Row == row)
            .Select(lane => Lane(lane, top + (LaneHeight * (lane.Series + 0.5))));

    private HtmlElement Lane(SampleLane lane, double middle)
    {
        var look = LineLook.At(lane.Series);
        return new HtmlElement(
            "g",
            new HtmlElement("title", figure.Spread(lane)),
            Svg.Rectangle(
                    X(lane.Low),
                    middle - (BandHeight / 2),
                    Math.Max(X(lane.High) - X(lane.Low), 1),
                    BandHeight,
                    look.Color
                )
                .With("fill-opacity", 0.25),
            Points(lane, middle),
            Svg.Rectangle(X(lane.Median) - 1.5, middle - (LaneHeight / 2) + 1, 3, LaneHeight - 2, look.Color),
            Svg.Text(Frame.Width, middle + 4, figure.Label(lane), "end")
        )
            .With("data-row", lane.Row)
            .With("data-series", lane.Series)
            .With("data-low", Numbers.Significant(lane.Low))
            .With("data-median", Numbers.Significant(lane.Median))
            .With("data-high", Numbers.Significant(lane.High));
    }

    // All points of a lane are one path: hundreds of elements would be many times as long.
    private HtmlElement Points(SampleLane lane, double middle)
    {
        var path = new StringBuilder();
        foreach (var (index, sample) in lane.Samples.Index())
        {
            path.Append('M')
                .Append(Numbers.Show(Math.Round(X(sample), 1)))
                .Append(' ')
                .Append(Numbers.Show(Math.Round(middle + (SampleLane.Across(index) * PointsHeight), 1)))
                .Append("h0");
        }

        return Point(new HtmlElement("path").WithOutline(path.ToString()), lane.Series);
    }

    // A stroke without a length shows its ends only: round ones for the first series, square ones for the next.
    private static HtmlElement Point(HtmlElement path, int series) =>
        path.With("stroke", LineLook.At(series).Color)
            .With("stroke-width", 4)
            .With("stroke-linecap", series % 2 == 0 ? "round" : "square")
            .With("stroke-opacity", 0.65)
            .With("fill", "none");

    private static IReadOnlyList<LegendEntry> Legend(MeasurementFigure figure) =>
        [
            .. figure
                .Series.Index()
                .Where(series => series.Item.Length > 0)
                .Select(series => new LegendEntry(series.Item, (x, y) => Swatch(series.Index, x, y))),
        ];

    private static IEnumerable<HtmlNode> Swatch(int series, double x, double y) =>
        [
            Svg.Rectangle(x, y - 6, 16, 12, LineLook.At(series).Color).With("fill-opacity", 0.25),
            Point(
                new HtmlElement("path").WithOutline(
                    $"M{Numbers.Show(x + 4)} {Numbers.Show(y)}h0M{Numbers.Show(x + 11)} {Numbers.Show(y)}h0"
                ),
                series
            ),
        ];
}
