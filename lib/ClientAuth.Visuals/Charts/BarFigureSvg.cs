using System.Security.Cryptography;
using System.Text;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws stacked bars: heading, legend, bars with their numbers, axis.</summary>
internal sealed class BarFigureSvg
{
    private const double RowHeight = 34;
    private const double BarHeight = 22;
    private const double RoomForTotals = 84;

    private readonly BarFigure _figure;
    private readonly BarLegend _legend;
    private readonly IReadOnlyList<double> _ticks;
    private readonly string _id;
    private readonly double _left;
    private readonly double _scale;

    public BarFigureSvg(BarFigure figure)
    {
        _figure = figure;
        _id = Id(figure);
        _legend = new BarLegend(figure.Series, _id);
        var longest = Enumerable.Range(0, figure.Categories.Count).Select(figure.Total).DefaultIfEmpty(0).Max();
        _ticks = AxisTicks.For(longest);
        _left = figure.Categories.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() + 12;
        _scale = (Svg.Width - _left - RoomForTotals) / (longest > 0 ? longest : 1);
    }

    private double Top => 50 + _legend.Height;

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
                .. _figure.Categories.SelectMany((_, category) => Bar(category)),
            ]
        );

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.15),
            Svg.Text(X(tick), Bottom + 18, Numbers.Show(tick), "middle"),
        ];

    private IEnumerable<HtmlNode> Bar(int category)
    {
        var top = Top + (RowHeight * category) + ((RowHeight - BarHeight) / 2);
        var baseline = top + 15;
        yield return Svg.Text(_left - 8, baseline, _figure.Categories[category], "end");

        var from = 0.0;
        foreach (var (series, index) in _figure.Series.Select((series, index) => (series, index)))
        {
            var value = series.Values[category];
            if (value > 0)
            {
                yield return Part(series, index, value, X(from), top);
            }

            from += value;
        }

        yield return Svg.Text(X(from) + 8, baseline, $"{Numbers.Show(_figure.Total(category))} {_figure.Unit}");
    }

    private HtmlElement Part(BarSeries series, int index, double value, double x, double top)
    {
        var number = Numbers.Show(value);
        var width = value * _scale;
        var plate = Svg.WidthOf(number) + 6;
        return new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {number} {_figure.Unit}"),
                .. BarLegend.Swatch(series.Look, $"{_id}-{index}", x, top, width, BarHeight),
                .. width < plate + 2
                    ? Array.Empty<HtmlNode>()
                    :
                    [
                        Svg.Rectangle(x + ((width - plate) / 2), top + 4, plate, BarHeight - 8, series.Look.Fill),
                        Svg.TextOn(series.Look, x + (width / 2), top + 15, number),
                    ],
            ]
        )
            .With("data-series", series.Name)
            .With("data-value", number);
    }

    private double X(double value) => _left + (value * _scale);

    // Several drawings share one page, so the patterns of each are named after its content.
    private static string Id(BarFigure figure) =>
        "ca-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.ToPlotlyJson())))[..8];
}
