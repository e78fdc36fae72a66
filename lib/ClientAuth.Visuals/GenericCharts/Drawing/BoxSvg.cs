using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>Draws a box with its whiskers, its median, and the values beyond.</summary>
internal sealed class BoxSvg(PlotFrame frame, string id)
{
    public IEnumerable<HtmlNode> Draw(BoxRow row, PlotBox box)
    {
        var (from, to) = (box.Middle - (box.Width / 2), box.Middle + (box.Width / 2));
        var (x1, y1) = frame.Place(row.IsLying, from, box.LowerQuartile);
        var (x2, y2) = frame.Place(row.IsLying, to, box.UpperQuartile);
        var ((lowX, lowY), (highX, highY)) = (
            frame.Place(row.IsLying, box.Middle, box.Low),
            frame.Place(row.IsLying, box.Middle, box.High)
        );
        double[] all = [x1, y1, x2, y2, lowX, lowY, highX, highY];
        // A logarithm has no place for what is not above 0.
        if (!Array.TrueForAll(all, double.IsFinite))
        {
            yield break;
        }

        yield return Line(row, box.Middle, box.Low, box.Middle, box.LowerQuartile);
        yield return Line(row, box.Middle, box.UpperQuartile, box.Middle, box.High);
        yield return Line(row, from + (box.Width / 4), box.Low, to - (box.Width / 4), box.Low);
        yield return Line(row, from + (box.Width / 4), box.High, to - (box.Width / 4), box.High);
        yield return new HtmlElement(
            "g",
            [
                new HtmlElement("title", Words(row, box)),
                .. SeriesSvg.Bar(row, id, Math.Min(x1, x2), Math.Min(y1, y2), Math.Abs(x2 - x1), Math.Abs(y2 - y1)),
            ]
        );
        yield return Line(row, from, box.Median, to, box.Median).With("stroke-width", 2);
        foreach (var outlier in box.Outliers.Take(200))
        {
            var (x, y) = frame.Place(row.IsLying, box.Middle, outlier);
            yield return MarkerSvg.Draw("circle", x, y, SeriesSvg.ColorOf(row));
        }
    }

    private HtmlElement Line(BoxRow row, double along1, double across1, double along2, double across2)
    {
        var (x1, y1) = frame.Place(row.IsLying, along1, across1);
        var (x2, y2) = frame.Place(row.IsLying, along2, across2);
        return Svg.Line(x1, y1, x2, y2, 0.9);
    }

    private static string Words(BoxRow row, PlotBox box) =>
        $"{row.Name}: median {Numbers.Significant(box.Median)}, quartiles {Numbers.Significant(box.LowerQuartile)} and "
        + $"{Numbers.Significant(box.UpperQuartile)}, whiskers {Numbers.Significant(box.Low)} and {Numbers.Significant(box.High)}";
}
