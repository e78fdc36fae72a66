using System.Security.Cryptography;
using System.Text;
using ClientAuth.Visuals.GenericCharts.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using Plotly.NET;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>
/// A chart that a reader made with Plotly.NET, in the three forms of the project's own charts: a Plotly figure, a static SVG
/// with its data as a table, and one line of text. A chart that cannot be read says why; it throws nothing.
/// </summary>
internal sealed class GenericChartView
{
    private readonly FigureJson? _figure;
    private readonly IReadOnlyList<TraceData> _traces = [];
    private readonly string _title = "Chart";
    private readonly string? _problem;

    public GenericChartView(GenericChart chart)
    {
        try
        {
            _figure = FigureJson.Of(chart);
            _traces = FigureReader.Traces(_figure);
            _title = ChartWords.Title(_figure, _traces);
        }
        // A sequence that the reader wrote may throw any exception while it is read.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            _figure = null;
            _problem = $"This chart cannot be shown: {(problem.GetBaseException()).Message}";
        }
    }

    public string ToPlotlyJson() =>
        _figure is null ? ThemedFigure.Message(_title, ToString()) : ThemedFigure.Render(_figure, Thinned());

    /// <summary>A static SVG without script or style sheet; where there is none for this kind of chart, its data.</summary>
    public string ToHtml() => ViewFrame.Of(Content()).ToString();

    public override string ToString() =>
        _problem is null ? ChartWords.Summary(_title, _traces) : VisibleText.Line(_problem);

    private IEnumerable<HtmlNode> Content()
    {
        if (_figure is null)
        {
            return [new HtmlElement("p", ToString())];
        }

        var tables = _traces.Take(12).Select(DataTable.Render).ToList();
        return FigureReader.Obstacle(_traces) is { } obstacle
            ?
            [
                new HtmlElement("p", new HtmlElement("strong", _title)).Styled(Style.Title),
                Note($"{obstacle} This is its data."),
                .. tables,
            ]
            :
            [
                new PlotFigureSvg(FigureReader.Read(_figure, _title), Id()).Render(ToString()),
                .. Notes().Select(Note),
                new HtmlElement("details", [new HtmlElement("summary", "The same as a table"), .. tables]),
            ];
    }

    private static HtmlElement Note(string text) => new HtmlElement("p", text).Styled(Style.Note);

    private IEnumerable<string> Notes()
    {
        if (Thinned() is { } thinned)
        {
            yield return thinned;
        }

        string[] left =
        [
            .. _figure!.Layout["shapes"] is null ? Array.Empty<string>() : ["shapes"],
            .. _figure.Layout["annotations"] is null ? Array.Empty<string>() : ["annotations"],
            .. _traces.Any(trace => (trace.Json["error_x"] ?? trace.Json["error_y"]) is not null)
                ? ["error bars"]
                : Array.Empty<string>(),
        ];
        if (left.Length > 0)
        {
            yield return $"Only plotly.js draws {string.Join(", ", left)}.";
        }
    }

    private string? Thinned()
    {
        // A histogram counts all of its values.
        var most = _traces
            .Where(trace => !trace.IsHistogram)
            .Select(trace => SmallerTrace.Count(trace.Json))
            .DefaultIfEmpty(0)
            .Max();
        return most > SmallerTrace.Most
            ? $"Of {Numbers.Show(most)} values the chart shows those that keep its outline."
            : null;
    }

    // Several drawings share one page, so the hatches of each are named after its content.
    private string Id() =>
        "ca-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToPlotlyJson())))[..8];
}
