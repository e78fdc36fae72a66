using ClientAuth.Protocol.Display;

namespace ClientAuth.Visuals.Charts;

/// <summary>
/// How a chart shows itself in a notebook: in three forms, of which a viewer takes the best that it can draw. An engine asks for
/// those that <see cref="TypeFormatterSourceAttribute.PreferredMimeTypes"/> names: the figure is left out where it would be damaged.
/// </summary>
internal sealed class ChartFormatters
{
    private readonly IReadOnlyList<object> _formatters =
    [
        new ConventionFormatter<Chart>(MimeTypes.Plotly, chart => chart.ToPlotlyJson()),
        new ConventionFormatter<Chart>(MimeTypes.Html, chart => chart.ToHtml()),
        new ConventionFormatter<Chart>(MimeTypes.PlainText, chart => chart.ToString()),
    ];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
