using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Timelines;

/// <summary>Stretches and moments along an axis of time, a row for each thing, with lines where something concerns all rows.</summary>
internal sealed record TimelineFigure(
    string Title,
    string XTitle,
    string YTitle,
    string Unit,
    IReadOnlyList<TimelineSeries> Series,
    IReadOnlyList<TimelineRow> Rows,
    IReadOnlyList<TimelineMoment> Moments,
    ValueAxis Axis
) : Figure(Title, XTitle, YTitle)
{
    /// <summary>Sentences below the axis.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public override string ToPlotlyJson() => TimelineFigurePlotly.Render(this);

    public override HtmlElement ToSvg(string description) =>
        ChartFrame.Both(frame => new TimelineFigureSvg(this, frame).Render(description));

    public override HtmlElement ToTable() =>
        HtmlTable.Render(
            $"{Title}, in {Unit}",
            [YTitle, "when", "what"],
            [
                .. Rows.Select<TimelineRow, IReadOnlyList<HtmlNode>>(row => [row.Name, When(row), row.SignedLabel]),
                .. Moments.Select<TimelineMoment, IReadOnlyList<HtmlNode>>(moment =>
                    [moment.Name, Numbers.Significant(moment.At), "for all rows"]
                ),
            ]
        );

    private string When(TimelineRow row) =>
        row.Mark is { } mark && row.Spans is []
            ? Numbers.Significant(mark.At)
            : string.Join(
                ", ",
                row.Spans.Select(span =>
                    $"{Series[span.Series].Name}: {Numbers.Significant(span.From)} to {Numbers.Significant(span.To)}"
                )
            );
}
