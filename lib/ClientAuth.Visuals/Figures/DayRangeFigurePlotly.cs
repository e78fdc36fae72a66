using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;
using ClientAuth.Visuals.Text;
using Plotly.NET;

namespace ClientAuth.Visuals.Figures;

/// <summary>
/// Stretches as a Plotly figure: bars that begin at a base of their own, and behind each lane its sum. Rows are numbers with
/// names for ticks, since a label beside one of several bars has no place on an axis of names.
/// </summary>
internal static class DayRangeFigurePlotly
{
    private const double RowShare = 0.8;
    private const double BarShare = 0.75;
    private const int LaneHeight = 17;
    private const double MarkLine = 0.5;
    private const double PlotWidth = 340;

    public static string Render(DayRangeFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Categories.Count * ((figure.Series.Count * LaneHeight) + 10));
        layout.SetProperty("barmode", "overlay");
        layout.SetProperty(
            "xaxis",
            new Dictionary<string, object>(PlotlyFigure.Axis(figure.XTitle)) { ["range"] = new[] { 0, figure.Last } }
        );
        layout.SetProperty(
            "yaxis",
            PlotlyFigure.RowAxis(figure.YTitle, figure.Categories, above: MarkLine * LinesOf(figure))
        );
        return PlotlyFigure.ToJson(
            [.. figure.Series.Select((series, lane) => Bars(figure, series, lane)), .. Marks(figure), Totals(figure)],
            layout
        );
    }

    private static Trace Bars(DayRangeFigure figure, DayRangeSeries series, int lane)
    {
        (int Row, DayRange DayRange)[] bars =
        [
            .. series.Rows.SelectMany((row, i) => row.Select(stretch => (i, stretch))),
        ];
        var trace = new Trace("bar");
        trace.SetProperty("orientation", "h");
        trace.SetProperty("name", PlotlyText.Encode(series.Name));
        trace.SetProperty("x", bars.Select(bar => bar.DayRange.Length).ToArray());
        trace.SetProperty("y", bars.Select(bar => Place(figure, bar.Row, lane)).ToArray());
        trace.SetProperty("base", bars.Select(bar => bar.DayRange.From).ToArray());
        trace.SetProperty("width", RowShare / figure.Series.Count * BarShare);
        trace.SetProperty("marker", BarMarker.Of(series.Look));
        trace.SetProperty("customdata", bars.Select(bar => Words(figure, bar.Row, bar.DayRange)).ToArray());
        trace.SetProperty(
            "hovertemplate",
            $"%{{customdata[0]}}<br>%{{fullData.name}}<br>%{{customdata[1]}}{PlotlyFigure.NoSecondBox}"
        );
        return trace;
    }

    private static string[] Words(DayRangeFigure figure, int row, DayRange stretch) =>
        [
            PlotlyText.Encode(figure.Categories[row]),
            $"{figure.XTitle} {stretch.Days}: {Numbers.Show(stretch.Length)} {figure.Unit}",
        ];

    // A line across all rows for each mark, the null between two keeps them apart; above the rows its words, in the first free line.
    private static IEnumerable<Trace> Marks(DayRangeFigure figure)
    {
        if (figure.Marks is [])
        {
            return [];
        }

        var lines = new Trace("scatter");
        lines.SetProperty("mode", "lines");
        lines.SetProperty("x", figure.Marks.SelectMany(mark => new int?[] { mark.At, mark.At, null }).ToArray());
        lines.SetProperty(
            "y",
            LanesOf(figure)
                .SelectMany(lane =>
                    new double?[] { -0.5 - (MarkLine * (LinesOf(figure) - lane)), figure.Categories.Count - 0.5, null }
                )
                .ToArray()
        );
        lines.SetProperty(
            "line",
            new Dictionary<string, object>
            {
                ["color"] = PlotlyTheme.Ink,
                ["width"] = 1,
                ["dash"] = "dash",
            }
        );
        lines.SetProperty("hoverinfo", "skip");
        lines.SetProperty("showlegend", false);
        var words = PlotlyFigure.Labels([
            .. figure
                .Marks.Zip(LanesOf(figure))
                .Select(one =>
                    (one.First.At, -0.5 - (MarkLine * (LinesOf(figure) - one.Second - 0.5)), one.First.Label)
                ),
        ]);
        return [lines, words];
    }

    // plotly.js draws between names and totals about as many pixels as a page of a notebook has left.
    private static IReadOnlyList<int> LanesOf(DayRangeFigure figure) =>
        AxisMark.Lanes(figure.Marks, mark => mark.At, mark => Svg.WidthOf(mark.Label) * figure.Last / PlotWidth);

    private static int LinesOf(DayRangeFigure figure) =>
        LanesOf(figure).Select(lane => lane + 1).DefaultIfEmpty(0).Max();

    private static Trace Totals(DayRangeFigure figure) =>
        PlotlyFigure.Labels([
            .. figure.Series.SelectMany(
                (series, lane) =>
                    figure.Categories.Select(
                        (_, row) =>
                            (figure.Last, Place(figure, row, lane), $"{Numbers.Show(series.Total(row))} {figure.Unit}")
                    )
            ),
        ]);

    // The middle of a lane.
    private static double Place(DayRangeFigure figure, int row, int lane) =>
        Math.Round(row - (RowShare / 2) + (RowShare / figure.Series.Count * (lane + 0.5)), 4);
}
