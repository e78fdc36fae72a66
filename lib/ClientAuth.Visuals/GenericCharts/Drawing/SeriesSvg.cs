using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>Draws one series between the axes.</summary>
internal sealed class SeriesSvg(PlotFrame frame, string id)
{
    public HtmlElement Render(PlotSeries series) => new HtmlElement(
            "g",
            series switch
            {
                PointSeries points => Points(points),
                BarRow bars => bars.Bars.SelectMany(bar => Bar(bars, bar)),
                BoxRow boxes => boxes.Boxes.SelectMany(box => new BoxSvg(frame, id).Draw(boxes, box)),
                _ => [],
            }
        ).With("data-series", series.Name).With("clip-path", $"url(#{ClipOf(id)})");

    /// <summary>Cuts off what a range of the reader's own leaves outside.</summary>
    public HtmlElement Clip() =>
        new HtmlElement(
            "clipPath",
            Svg.Rectangle(
                frame.Left - 6,
                frame.Top - 6,
                frame.Right - frame.Left + 12,
                frame.Bottom - frame.Top + 12,
                "none"
            )
        ).With("id", ClipOf(id));

    /// <summary>A rectangle in the look of a series.</summary>
    public static IEnumerable<HtmlNode> Bar(
        PlotSeries series,
        string id,
        double x,
        double y,
        double width,
        double height
    )
    {
        if (series is BoxRow)
        {
            return
            [
                Svg.Rectangle(x, y, width, height, ColorOf(series))
                    .With("fill-opacity", 0.5)
                    .With("stroke", ColorOf(series)),
            ];
        }

        var look = SeriesLook.At(series.Index);
        return SeriesSwatch.Draw(
            series.Color is { } own ? new SeriesLook(own, look.Ink, Hatch.None) : look,
            PatternOf(id, series),
            x,
            y,
            width,
            height
        );
    }

    /// <summary>A path in the look of a series.</summary>
    public static HtmlElement Stroke(PointSeries series, string path)
    {
        var look = LineLook.At(series.Index);
        var stroke = new HtmlElement("path")
            .WithOutline(path)
            .With("fill", "none")
            .With("stroke", ColorOf(series))
            .With("stroke-width", 2)
            .With("stroke-linejoin", "round");
        return look.DashArray.Length == 0 ? stroke : stroke.With("stroke-dasharray", look.DashArray);
    }

    /// <summary>Of a line, of points, or of a box.</summary>
    public static string ColorOf(PlotSeries series) => series.Color ?? LineLook.At(series.Index).Color;

    public static string PatternOf(string id, PlotSeries series) => $"{id}-{Numbers.Show(series.Index)}";

    private static string ClipOf(string id) => $"{id}-plot";

    private IEnumerable<HtmlNode> Points(PointSeries series)
    {
        var color = ColorOf(series);
        var runs = LinePath.Runs(series.Points, frame);
        if (series.IsFilled)
        {
            yield return new HtmlElement("path")
                .WithOutline(string.Concat(runs.Select(run => LinePath.Area(run, frame))))
                .With("fill", color)
                .With("fill-opacity", 0.3);
        }

        if (series.HasLine)
        {
            yield return Stroke(series, string.Concat(runs.Select(LinePath.Line)));
        }

        foreach (var (x, y, _) in series.HasMarkers ? runs.SelectMany(run => run) : [])
        {
            if (frame.Holds(x, y))
            {
                yield return MarkerSvg.Draw(LineLook.At(series.Index).Symbol, x, y, color);
            }
        }
    }

    private IEnumerable<HtmlNode> Bar(BarRow row, PlotBar bar)
    {
        var (x1, y1) = frame.Place(row.IsLying, bar.Middle - (bar.Width / 2), bar.From);
        var (x2, y2) = frame.Place(row.IsLying, bar.Middle + (bar.Width / 2), bar.To);
        var (left, right) = Within(x1, x2, frame.Left, frame.Right);
        var (top, bottom) = Within(y1, y2, frame.Top, frame.Bottom);
        if (right <= left && bottom <= top)
        {
            yield break;
        }

        yield return new HtmlElement(
            "g",
            [new HtmlElement("title", bar.Words), .. Bar(row, id, left, top, right - left, bottom - top)]
        ).With("data-value", bar.To - bar.From);
    }

    // The axis of a logarithm has no place for 0, where a bar begins: it begins at the axis.
    private static (double Low, double High) Within(double one, double other, double low, double high)
    {
        var (a, b) = (double.IsFinite(one) ? one : other, double.IsFinite(other) ? other : one);
        a = double.IsFinite(one) ? a : high;
        return (Math.Clamp(Math.Min(a, b), low, high), Math.Clamp(Math.Max(a, b), low, high));
    }
}
