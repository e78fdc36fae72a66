using System.Security.Cryptography;
using System.Text;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws stretches: heading, legend, a row of lanes for each category with the sum of each lane, axis.</summary>
internal sealed class StretchFigureSvg
{
    private const double LaneHeight = 15;
    private const double BarHeight = 11;
    private const double RowGap = 10;
    private const double RoomForTotals = 74;

    private readonly StretchFigure _figure;
    private readonly BarLegend _legend;
    private readonly IReadOnlyList<double> _ticks;
    private readonly string _id;
    private readonly double _left;
    private readonly double _scale;

    public StretchFigureSvg(StretchFigure figure)
    {
        _figure = figure;
        _id = Id(figure);
        _legend = new BarLegend([.. figure.Series.Select(series => new BarSeries(series.Name, [], series.Look))], _id);
        var last = figure
            .Series.SelectMany(s => s.Rows)
            .SelectMany(row => row)
            .Select(s => s.End)
            .DefaultIfEmpty(1)
            .Max();
        _ticks = AxisTicks.For(last);
        _left = figure.Categories.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() + 12;
        _scale = (Svg.Width - _left - RoomForTotals) / last;
    }

    private double Top => 50 + _legend.Height;

    private double RowHeight => (LaneHeight * _figure.Series.Count) + RowGap;

    private double Bottom => Top + (RowHeight * _figure.Categories.Count);

    public HtmlElement Render(string description) =>
        Svg.Drawing(
            Svg.Width,
            Bottom + 48,
            _figure.Title,
            description,
            [
                new HtmlElement(
                    "defs",
                    _figure
                        .Series.Select((s, i) => HatchPattern.Define($"{_id}-{i}", s.Look.Hatch))
                        .OfType<HtmlElement>()
                ),
                Svg.Heading(0, 16, _figure.Title),
                _legend.Render(34),
                Svg.Text(_left - 8, Top - 3, _figure.YTitle, "end").With("font-style", "italic"),
                .. _ticks.SelectMany(Tick),
                Svg.Text(_left, Bottom + 40, _figure.XTitle).With("font-style", "italic"),
                .. _figure.Categories.SelectMany((_, row) => Row(row)),
            ]
        );

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.15),
            Svg.Text(X(tick), Bottom + 18, Numbers.Show(tick), "middle"),
        ];

    private IEnumerable<HtmlNode> Row(int row)
    {
        var top = Top + (RowHeight * row) + (RowGap / 2);
        var middle = top + (LaneHeight * _figure.Series.Count / 2) + 4;
        return
        [
            Svg.Text(_left - 8, middle, _figure.Categories[row], "end"),
            Svg.Line(_left, Top + (RowHeight * row), Svg.Width, Top + (RowHeight * row), 0.15),
            .. _figure.Series.SelectMany((series, lane) => Lane(series, lane, row, top + (LaneHeight * lane))),
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
        yield return Svg.Text(Svg.Width, top + BarHeight, $"{total} {_figure.Unit}", "end");
    }

    private HtmlElement Bar(StretchSeries series, int lane, Stretch stretch, double top) =>
        new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {Numbers.Show(stretch.Length)} {_figure.Unit}"),
                .. BarLegend.Swatch(
                    series.Look,
                    $"{_id}-{lane}",
                    X(stretch.From),
                    top + 1,
                    stretch.Length * _scale,
                    BarHeight
                ),
            ]
        )
            .With("data-series", series.Name)
            .With("data-from", stretch.From)
            .With("data-value", stretch.Length);

    private double X(double day) => _left + (day * _scale);

    // Several drawings share one page, so the patterns of each are named after its content.
    private static string Id(StretchFigure figure) =>
        "ca-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.ToPlotlyJson())))[..8];
}
