using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Ranges of days: a row for each category, in it a lane for each series, each range drawn from its first to its last day.</summary>
internal sealed record DayRangeFigure(
    string Title,
    string XTitle,
    string YTitle,
    string Unit,
    IReadOnlyList<string> Categories,
    IReadOnlyList<DayRangeSeries> Series
) : Figure(Title, XTitle, YTitle)
{
    /// <summary>What happens to all rows, from left to right.</summary>
    public IReadOnlyList<AxisMark> Marks { get; init; } = [];

    /// <summary>The end of the axis: the end of the last range, or the last mark.</summary>
    public int Last =>
        Series
            .SelectMany(series => series.Rows)
            .SelectMany(row => row)
            .Select(stretch => stretch.End)
            .Concat(Marks.Select(mark => mark.At))
            .DefaultIfEmpty(1)
            .Max();

    public override string ToPlotlyJson() => DayRangeFigurePlotly.Render(this);

    /// <summary>A wide and a narrow drawing, of which the page shows the one that fits.</summary>
    public override HtmlElement ToSvg(string description) =>
        ChartFrame.Both(frame => new DayRangeFigureSvg(this, frame).Render(description));

    public override HtmlElement ToTable() =>
        Marks is []
            ? Rows()
            : new HtmlElement(
                "div",
                Rows(),
                HtmlTable.Facts(
                    $"What happens, by {XTitle}",
                    Marks.Select(mark => (Numbers.Show(mark.At), (HtmlNode)mark.Label))
                )
            );

    private HtmlElement Rows() =>
        HtmlTable.Render(
            $"{Title}, in {Unit}",
            [YTitle, .. Series.Select(series => series.Name)],
            Categories.Select<string, IReadOnlyList<HtmlNode>>(
                (category, row) => [category, .. Series.Select(series => (HtmlNode)Words(series, row))]
            )
        );

    private static string Words(DayRangeSeries series, int row) =>
        series.Rows[row] is []
            ? "none"
            : $"{Numbers.Show(series.Total(row))}: {string.Join(", ", series.Rows[row].Select(stretch => stretch.Days))}";
}

/// <summary>One lane of every row: the ranges of each row, none where nothing happened.</summary>
internal sealed record DayRangeSeries(string Name, SeriesLook Look, IReadOnlyList<IReadOnlyList<DayRange>> Rows)
{
    public int Total(int row) => Rows[row].Sum(stretch => stretch.Length);
}
