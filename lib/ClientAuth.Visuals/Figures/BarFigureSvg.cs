using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Draws stacked bars with their numbers, and behind each its total.</summary>
internal sealed class BarFigureSvg(BarFigure figure, ChartFrame frame)
    : RowFigureSvg(
        figure,
        frame,
        figure.Categories,
        new ValueAxis(0, Longest(figure)),
        LegendOf(figure, frame, figure.Series.Select(series => (series.Name, series.Look))),
        notes: [],
        RoomForTotals
    )
{
    private const double BarHeight = 22;
    private const double RoomForTotals = 84;

    protected override double MarksHeight => BarHeight + 4;

    protected override IEnumerable<SeriesLook> Hatched => figure.Series.Select(series => series.Look);

    protected override IEnumerable<HtmlNode> Row(int row, double top)
    {
        var from = 0.0;
        foreach (var (index, series) in figure.Series.Index())
        {
            var value = series.Values[row];
            if (value > 0)
            {
                yield return Part(series, index, value, from, top + 2);
            }

            from += value;
        }

        yield return Svg.Text(X(from) + 8, top + 17, $"{Numbers.Show(figure.Total(row))} {figure.Unit}");
    }

    private HtmlElement Part(BarSeries series, int index, double value, double from, double top)
    {
        var number = Numbers.Show(value);
        var (x, width) = (X(from), X(from + value) - X(from));
        var plate = Svg.WidthOf(number) + 6;
        return new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {number} {figure.Unit}"),
                .. SeriesSwatch.Draw(series.Look, Pattern(index), x, top, width, BarHeight),
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

    private static double Longest(BarFigure figure) =>
        Enumerable.Range(0, figure.Categories.Count).Select(figure.Total).DefaultIfEmpty(0).Max() is > 0 and var most
            ? most
            : 1;
}
