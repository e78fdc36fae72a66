using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Horizontal bars, stacked: one bar for each category, one part for each series, totals with their unit.</summary>
internal sealed record BarFigure(
    string Title,
    string XTitle,
    string YTitle,
    string Unit,
    IReadOnlyList<string> Categories,
    IReadOnlyList<BarSeries> Series
) : Figure(Title, XTitle, YTitle)
{
    public double Total(int category) => Math.Round(Series.Sum(series => series.Values[category]), 2);

    public override string ToPlotlyJson() => BarFigurePlotly.Render(this);

    public override HtmlElement ToSvg(string description) =>
        ChartFrame.Both(frame => new BarFigureSvg(this, frame).Render(description));

    public override HtmlElement ToTable() =>
        HtmlTable.Render(
            $"{Title}, in {Unit}",
            [YTitle, .. Series.Select(series => series.Name), "total"],
            Categories.Select<string, IReadOnlyList<HtmlNode>>(
                (category, i) => [category, .. Series.Select(s => Number(s.Values[i])), Number(Total(i))]
            )
        );

    private static HtmlElement Number(double value) =>
        new HtmlElement("span", Numbers.Show(value)).Styled(Style.OnePiece);
}

/// <summary>One part of every bar: a value for each category, 0 where the category has no such part.</summary>
internal sealed record BarSeries(string Name, IReadOnlyList<double> Values, SeriesLook Look);
