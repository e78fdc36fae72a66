using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>Draws a reader's chart: heading, legend, axes, and the series between them.</summary>
internal sealed class PlotFigureSvg
{
    private readonly PlotFigure _figure;
    private readonly PlotLegend _legend;
    private readonly PlotFrame _frame;
    private readonly string _id;

    /// <param name="figure">What is drawn.</param>
    /// <param name="id">Names the hatches; several drawings share one page.</param>
    public PlotFigureSvg(PlotFigure figure, string id)
    {
        (_figure, _id) = (figure, id);
        _legend = new PlotLegend(figure.HasLegend ? figure.Series : [], id);
        _frame = new PlotFrame(figure, _legend.Height);
    }

    public HtmlElement Render(string description) =>
        Svg.Drawing(
            Svg.Width,
            _frame.Height,
            _figure.Title,
            description,
            [
                new HtmlElement(
                    "defs",
                    _figure.Series.Select(Hatch).OfType<HtmlElement>().Append(new SeriesSvg(_frame, _id).Clip())
                ),
                Svg.Heading(0, 16, _figure.Title),
                _legend.Render(34),
                .. AxisTitles(),
                .. _figure.Y.Ticks.SelectMany(SideTick),
                .. _figure.X.Ticks.SelectMany(LowerTick),
                Svg.Line(_frame.Left, _frame.Bottom, _frame.Right, _frame.Bottom, 0.6),
                Svg.Line(_frame.Left, _frame.Top, _frame.Left, _frame.Bottom, 0.6),
                .. _figure.Series.Select(series => new SeriesSvg(_frame, _id).Render(series)),
                .. _figure.Labels.SelectMany(Label),
                .. IsEmpty
                    ? [Svg.Text((_frame.Left + _frame.Right) / 2, _frame.Top + 40, "no data", "middle")]
                    : Array.Empty<HtmlNode>(),
            ]
        );

    private bool IsEmpty =>
        _figure.Series.All(series =>
            series switch
            {
                PointSeries points => !points.Points.Any(point => double.IsFinite(point.X) && double.IsFinite(point.Y)),
                BarRow bars => bars.Bars.Count == 0,
                BoxRow boxes => boxes.Boxes.Count == 0,
                _ => true,
            }
        );

    private HtmlElement? Hatch(PlotSeries series) =>
        series is BarRow { Color: null }
            ? HatchPattern.Define(SeriesSvg.PatternOf(_id, series), SeriesLook.At(series.Index).Hatch)
            : null;

    private IEnumerable<HtmlNode> AxisTitles() =>
        [
            Svg.Text(0, _frame.Top - 8, _figure.Y.Title).With("font-style", "italic"),
            Svg.Text((_frame.Left + _frame.Right) / 2, _frame.Height - 8, _figure.X.Title, "middle")
                .With("font-style", "italic"),
        ];

    private IEnumerable<HtmlNode> SideTick((double Value, string Label) tick)
    {
        var y = _frame.Y(tick.Value);
        // Between names a line means nothing, and it would run through the numbers at the ends of bars.
        var isName = _figure.Y.Values.Kind == AxisKind.Category;
        return
        [
            isName
                ? Svg.Line(_frame.Left - 5, y, _frame.Left, y, 0.6)
                : Svg.Line(_frame.Left, y, _frame.Right, y, 0.15),
            Svg.Text(_frame.Left - 8, y + 4, tick.Label, "end"),
        ];
    }

    private IEnumerable<HtmlNode> LowerTick((double Value, string Label) tick)
    {
        var x = _frame.X(tick.Value);
        yield return Svg.Line(x, _frame.Bottom, x, _frame.Bottom + 5, 0.6);
        yield return _frame.IsSlanted
            ? Svg.Text(x + 4, _frame.Bottom + 16, tick.Label, "end")
                .With("transform", $"rotate(-40 {Numbers.Show(x + 4)} {Numbers.Show(_frame.Bottom + 16)})")
            : Svg.Text(x, _frame.Bottom + 20, tick.Label, "middle");
    }

    private IEnumerable<HtmlNode> Label(PlotLabel label)
    {
        var (x, y) = _frame.Place(label.IsLying, label.Middle, label.End);
        if (double.IsFinite(x) && double.IsFinite(y) && _frame.Holds(x, y))
        {
            yield return label.IsLying ? Svg.Text(x + 5, y + 4, label.Text) : Svg.Text(x, y - 5, label.Text, "middle");
        }
    }
}
