using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Measurements;

/// <summary>Samples as points, and over them median and spread: a row for each variant, in it a lane for each series.</summary>
internal sealed record MeasurementFigure(
    string Title,
    string XTitle,
    string YTitle,
    string Unit,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Series,
    IReadOnlyList<SampleLane> Lanes,
    IReadOnlyList<string> Notes,
    ValueAxis Axis
) : Figure(Title, XTitle, YTitle)
{
    private const string Marks =
        "bar: median, band: 10 to 90 %, points: samples, at the end of the axis those beyond it";

    /// <summary>What stands below the axis: what the marks mean, and the notes.</summary>
    public IReadOnlyList<string> Sentences => [Marks, .. Notes];

    public override string ToPlotlyJson() => MeasurementFigurePlotly.Render(this);

    public override HtmlElement ToSvg(string description) =>
        ChartFrame.Both(frame => new MeasurementFigureSvg(this, frame).Render(description));

    public override HtmlElement ToTable()
    {
        var (parts, allocates) = (Series is not [""], Lanes.Any(lane => lane.AllocatedBytes is not null));
        return HtmlTable.Render(
            $"{Title}, in {Unit}",
            [
                YTitle,
                .. parts ? ["part"] : Array.Empty<string>(),
                "median",
                "10 to 90 %",
                "samples",
                .. allocates ? ["allocated (bytes)"] : Array.Empty<string>(),
            ],
            Lanes.Select<SampleLane, IReadOnlyList<HtmlNode>>(lane =>
                [
                    Rows[lane.Row],
                    .. parts ? [Series[lane.Series]] : Array.Empty<HtmlNode>(),
                    Figures(Numbers.Significant(lane.Median)),
                    Figures($"{Numbers.Significant(lane.Low)} to {Numbers.Significant(lane.High)}"),
                    Figures(Numbers.Show(lane.Samples.Count)),
                    .. allocates ? [Figures(Allocated(lane))] : Array.Empty<HtmlNode>(),
                ]
            )
        );
    }

    /// <summary>The median as it stands behind a lane.</summary>
    public string Label(SampleLane lane) => $"{Numbers.Significant(lane.Median)} {Unit}";

    /// <summary>Median and spread in words.</summary>
    public string Spread(SampleLane lane) =>
        $"median {Label(lane)}, 10 to 90 %: {Numbers.Significant(lane.Low)} to {Numbers.Significant(lane.High)} {Unit}";

    private static string Allocated(SampleLane lane) =>
        lane.AllocatedBytes is { } bytes ? Numbers.Significant(Numbers.Rounded(bytes)) : "not counted";

    private static HtmlElement Figures(string text) => new HtmlElement("span", text).Styled(Style.OnePiece);
}
