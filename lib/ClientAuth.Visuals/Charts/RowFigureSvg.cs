using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws what charts of rows share: heading, legend, the names of the rows, and an axis below. What stands in a row is the chart's own.</summary>
internal abstract class RowFigureSvg
{
    private readonly Figure _figure;
    private readonly IReadOnlyList<string> _categories;
    private readonly IReadOnlyList<(string Name, SeriesLook Look)> _series;
    private readonly BarLegend _legend;
    private readonly IReadOnlyList<double> _ticks;
    private readonly string _id;

    /// <param name="figure">Its titles.</param>
    /// <param name="categories">The names of the rows.</param>
    /// <param name="series">What the legend explains.</param>
    /// <param name="last">Where the axis must reach.</param>
    /// <param name="roomForTotals">Kept free behind the axis, in pixels.</param>
    protected RowFigureSvg(
        Figure figure,
        IReadOnlyList<string> categories,
        IReadOnlyList<(string Name, SeriesLook Look)> series,
        double last,
        double roomForTotals
    )
    {
        _figure = figure;
        _categories = categories;
        _series = series;
        _id = Svg.Id(figure);
        _legend = new BarLegend(series, _id);
        _ticks = AxisTicks.For(last);
        Left = categories.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() + 12;
        Scale = (Svg.Width - Left - roomForTotals) / (last > 0 ? last : 1);
    }

    protected double Top => 50 + _legend.Height + RoomAbove;

    protected double Bottom => Top + (RowHeight * _categories.Count);

    protected double Left { get; }

    /// <summary>Pixels for one of the axis.</summary>
    protected double Scale { get; }

    protected abstract double RowHeight { get; }

    /// <summary>How it stands in the page.</summary>
    protected virtual Style Looks => Style.Chart;

    /// <summary>Kept free above the rows, in pixels.</summary>
    protected virtual double RoomAbove => 0;

    public HtmlElement Render(string description) =>
        Svg.Drawing(
            Svg.Width,
            Bottom + 48,
            _figure.Title,
            description,
            [
                new HtmlElement(
                    "defs",
                    _series.Select((one, i) => HatchPattern.Define(Pattern(i), one.Look.Hatch)).OfType<HtmlElement>()
                ),
                Svg.Heading(0, 16, _figure.Title),
                _legend.Render(34),
                Svg.Text(Left - 8, Top - 3, _figure.YTitle, "end").With("font-style", "italic"),
                .. _ticks.SelectMany(Tick),
                Svg.Text(Left, Bottom + 40, _figure.XTitle).With("font-style", "italic"),
                .. _categories.SelectMany((_, row) => Row(row)),
                .. AcrossRows(),
            ],
            Looks
        );

    /// <summary>The name of the row, and what stands in it.</summary>
    protected abstract IEnumerable<HtmlNode> Row(int row);

    /// <summary>What is drawn over all rows.</summary>
    protected virtual IEnumerable<HtmlNode> AcrossRows() => [];

    /// <summary>Where a value of the axis is.</summary>
    protected double X(double value) => Left + (value * Scale);

    /// <summary>The hatch of a series.</summary>
    protected string Pattern(int series) => $"{_id}-{Numbers.Show(series)}";

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.15),
            Svg.Text(X(tick), Bottom + 18, Numbers.Show(tick), "middle"),
        ];
}
