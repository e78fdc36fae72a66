using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Draws stacked bars with their numbers, and behind each its total.</summary>
internal sealed class BarFigureSvg(BarFigure figure, bool isNarrow)
    : RowFigureSvg(
        figure,
        figure.Categories,
        [.. figure.Series.Select(series => (series.Name, series.Look))],
        Enumerable.Range(0, figure.Categories.Count).Select(figure.Total).DefaultIfEmpty(0).Max(),
        RoomForTotals,
        isNarrow
    )
{
    private const double BarHeight = 22;
    private const double RoomForTotals = 84;

    protected override double RowHeight => 34 + NameLine;

    protected override IEnumerable<HtmlNode> Row(int row)
    {
        var top = Top + (RowHeight * row) + NameLine + ((RowHeight - NameLine - BarHeight) / 2);
        var baseline = top + 15;
        yield return Name(row, baseline);

        var from = 0.0;
        foreach (var (index, series) in figure.Series.Index())
        {
            var value = series.Values[row];
            if (value > 0)
            {
                yield return Part(series, index, value, X(from), top);
            }

            from += value;
        }

        yield return Svg.Text(X(from) + 8, baseline, $"{Numbers.Show(figure.Total(row))} {figure.Unit}");
    }

    private HtmlElement Part(BarSeries series, int index, double value, double x, double top)
    {
        var number = Numbers.Show(value);
        var width = value * Scale;
        var plate = Svg.WidthOf(number) + 6;
        return new HtmlElement(
            "g",
            [
                new HtmlElement("title", $"{series.Name}: {number} {figure.Unit}"),
                .. BarLegend.Swatch(series.Look, Pattern(index), x, top, width, BarHeight),
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
}
