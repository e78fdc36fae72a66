using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws what charts of rows share: heading, legend, the names of the rows, and an axis below. What stands in a row is the chart's own.</summary>
internal abstract class RowFigureSvg
{
    private const double NarrowWidth = 340;

    private readonly Figure _figure;
    private readonly IReadOnlyList<string> _categories;
    private readonly IReadOnlyList<(string Name, SeriesLook Look)> _series;
    private readonly BarLegend _legend;
    private readonly IReadOnlyList<double> _ticks;
    private readonly string _id;
    private readonly bool _isNarrow;
    private readonly double _width;

    /// <param name="figure">Its titles.</param>
    /// <param name="categories">The names of the rows.</param>
    /// <param name="series">What the legend explains.</param>
    /// <param name="last">Where the axis must reach.</param>
    /// <param name="roomForTotals">Kept free behind the axis, in pixels.</param>
    /// <param name="isNarrow">Whether it is for a page as wide as a phone, where the names of the rows stand above them.</param>
    protected RowFigureSvg(
        Figure figure,
        IReadOnlyList<string> categories,
        IReadOnlyList<(string Name, SeriesLook Look)> series,
        double last,
        double roomForTotals,
        bool isNarrow = false
    )
    {
        _isNarrow = isNarrow;
        _width = isNarrow ? NarrowWidth : Svg.Width;
        _figure = figure;
        _categories = categories;
        _series = series;
        _id = Svg.Id(figure) + (isNarrow ? "-narrow" : "");
        _legend = new BarLegend(series, _id, _width);
        _ticks = AxisTicks.For(last);
        Left = isNarrow ? 1 : categories.Select(Svg.WidthOf).DefaultIfEmpty(0).Max() + 12;
        Scale = (_width - Left - roomForTotals) / (last > 0 ? last : 1);
    }

    /// <summary>Kept free above the marks of a row, for its name.</summary>
    protected double NameLine => _isNarrow ? 16 : 0;

    protected double Top => 50 + _legend.Height + RoomAbove;

    protected double Bottom => Top + (RowHeight * _categories.Count);

    protected double Left { get; }

    /// <summary>Pixels for one of the axis.</summary>
    protected double Scale { get; }

    protected abstract double RowHeight { get; }

    /// <summary>Kept free above the rows, in pixels.</summary>
    protected virtual double RoomAbove => 0;

    public HtmlElement Render(string description) =>
        Svg.Form(
            _isNarrow,
            _width,
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
                .. _isNarrow
                    ? Array.Empty<HtmlNode>()
                    : [Svg.Text(Left - 8, Top - 3, _figure.YTitle, "end").With("font-style", "italic")],
                .. _ticks.SelectMany(Tick),
                Svg.Text(Left, Bottom + 40, _figure.XTitle).With("font-style", "italic"),
                .. _categories.SelectMany((_, row) => Row(row)),
                .. AcrossRows(),
            ],
            _isNarrow ? Style.NarrowDrawing : Style.WideDrawing
        );

    /// <summary>The name of the row, and what stands in it.</summary>
    protected abstract IEnumerable<HtmlNode> Row(int row);

    /// <summary>The name of a row: beside its marks, or above them.</summary>
    protected HtmlElement Name(int row, double baseline) =>
        _isNarrow
            ? Svg.Text(0, Top + (RowHeight * row) + 14, _categories[row])
            : Svg.Text(Left - 8, baseline, _categories[row], "end");

    /// <summary>What is drawn over all rows.</summary>
    protected virtual IEnumerable<HtmlNode> AcrossRows() => [];

    /// <summary>Where a value of the axis is.</summary>
    protected double X(double value) => Left + (value * Scale);

    /// <summary>The hatch of a series.</summary>
    protected string Pattern(int series) => $"{_id}-{Numbers.Show(series)}";

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.15),
            Svg.Text(X(tick), Bottom + 18, Numbers.Show(tick), _isNarrow && tick == 0 ? "start" : "middle"),
        ];
}
