using ClientAuth.Protocol.Display;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>
/// A chart in three forms of the same numbers: a Plotly figure, a static SVG with its numbers as a table, and one line of text.
/// The cases are <see cref="RequestTimingChart"/>, <see cref="FailingChecksChart"/>, <see cref="RotationChart"/>,
/// <see cref="DeviceRequestsChart"/>, and those of the folders Gallery, Measurements and Timelines.
/// </summary>
[TypeFormatterSource(
    typeof(ChartFormatters),
    PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.PlainText]
)]
public abstract class Chart
{
    private readonly Figure _figure;

    private protected Chart(Figure figure) => _figure = figure;

    public string Title => _figure.Title;

    /// <summary>The figure for plotly.js: an object with data, layout and config.</summary>
    public string ToPlotlyJson() => _figure.ToPlotlyJson();

    /// <summary>A static SVG without script or style sheet, and below it the same as a table to open.</summary>
    public string ToHtml() =>
        ViewFrame
            .Of(
                _figure.ToSvg(ToString()),
                new HtmlElement("details", new HtmlElement("summary", "The same as a table"), _figure.ToTable())
            )
            .ToString();

    /// <summary>What the chart says, in one line; also the text alternative of the picture.</summary>
    public sealed override string ToString() => VisibleText.Line(Summary());

    private protected abstract string Summary();
}
