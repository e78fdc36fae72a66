using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>The names of the series beside a piece of each, on as many lines as they need.</summary>
internal sealed class PlotLegend
{
    private const double LineHeight = 20;
    private const double SampleWidth = 28;
    private const int Most = 30;

    private readonly List<(PlotSeries Series, double X, int Line)> _entries = [];
    private readonly string _id;

    public PlotLegend(IReadOnlyList<PlotSeries> series, string id)
    {
        _id = id;
        var (x, line) = (0.0, 0);
        foreach (var one in series.OrderBy(one => one.Index).Take(Most))
        {
            var width = SampleWidth + 6 + Svg.WidthOf(one.Name) + 18;
            if (x > 0 && x + width > Svg.Width)
            {
                (x, line) = (0, line + 1);
            }

            _entries.Add((one, x, line));
            x += width;
        }
    }

    public double Height => _entries.Count == 0 ? 0 : (_entries[^1].Line + 1) * LineHeight;

    public HtmlElement Render(double top) =>
        new("g", _entries.SelectMany(entry => Entry(entry.Series, entry.X, top + (entry.Line * LineHeight))));

    private IEnumerable<HtmlNode> Entry(PlotSeries series, double x, double top) =>
        [.. Sample(series, x, top), Svg.Text(x + SampleWidth + 6, top + 10, series.Name)];

    private IEnumerable<HtmlNode> Sample(PlotSeries series, double x, double top)
    {
        if (series is not PointSeries points)
        {
            return SeriesSvg.Bar(series, _id, x + 8, top, 18, 12);
        }

        return
        [
            .. points.HasLine
                ? new HtmlNode[]
                {
                    SeriesSvg.Stroke(
                        points,
                        $"M{Numbers.Show(x + 1)} {Numbers.Show(top + 6)}H{Numbers.Show(x + SampleWidth)}"
                    ),
                }
                : [],
            .. points.HasMarkers
                ? new HtmlNode[]
                {
                    MarkerSvg.Draw(LineLook.At(series.Index).Symbol, x + 14, top + 6, SeriesSvg.ColorOf(points)),
                }
                : [],
        ];
    }
}
