using System.Text.Json.Nodes;
using ClientAuth.Visuals.Html;
using Plotly.NET;

namespace ClientAuth.Visuals.PlotlyFigures;

/// <summary>What all figures for plotly.js have in common. Attributes are those of plotly.js 3, without Plotly.NET's default template.</summary>
internal static class PlotlyFigure
{
    /// <summary>Ends a hover template: plotly.js would repeat the trace's name in a second box.</summary>
    public const string NoSecondBox = "<extra></extra>";

    /// <summary>Traces and layout as Plotly.NET writes them, with a config beside them.</summary>
    public static string ToJson(IEnumerable<Trace> traces, Layout layout) =>
        new JsonObject
        {
            ["data"] = TraceJson.Of(traces),
            ["layout"] = TraceJson.Of(layout),
            ["config"] = Config(),
        }.ToJsonString();

    /// <summary>As wide as the page, no advertisement, and no buttons that select points: there is nothing to do with a selection.</summary>
    public static JsonObject Config() =>
        new()
        {
            ["responsive"] = true,
            ["displaylogo"] = false,
            ["modeBarButtonsToRemove"] = new JsonArray("select2d", "lasso2d"),
        };

    /// <summary>The one trace of a chart that has one.</summary>
    public static Trace TraceOf(GenericChart chart) => GenericChart.getTraces(chart).Single();

    /// <param name="figure">Its title.</param>
    /// <param name="height">Of the plot itself, in pixels.</param>
    public static Layout Layout(Drawing.Figure figure, int height)
    {
        var layout = new Layout();
        layout.SetProperty(
            "title",
            new Dictionary<string, object>(Text(figure.Title))
            {
                ["font"] = PlotlyTheme.TitleFont(),
                ["x"] = 0.02,
                ["xanchor"] = "left",
                ["y"] = 0.96,
                ["yanchor"] = "top",
            }
        );
        layout.SetProperty("legend", Legend());
        layout.SetProperty("height", 240 + height);
        layout.SetProperty("paper_bgcolor", PlotlyTheme.Transparent);
        layout.SetProperty("plot_bgcolor", PlotlyTheme.Transparent);
        layout.SetProperty("font", PlotlyTheme.Font());
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("modebar", PlotlyTheme.ModeBar());
        layout.SetProperty("margin", new Dictionary<string, object> { ["t"] = 110, ["r"] = 130 });
        return layout;
    }

    public static Dictionary<string, object> Axis(string title) =>
        new()
        {
            ["title"] = new Dictionary<string, object>(Text(title)) { ["standoff"] = 12 },
            ["automargin"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = PlotlyTheme.Grid,
            ["gridcolor"] = PlotlyTheme.Grid,
            ["zerolinecolor"] = PlotlyTheme.Axis,
        };

    /// <summary>An axis of names in this order.</summary>
    public static Dictionary<string, object> CategoryAxis(string title, IEnumerable<string> names) =>
        new(Axis(title))
        {
            ["type"] = "category",
            ["categoryorder"] = "array",
            ["categoryarray"] = names.Select(PlotlyText.Encode).ToArray(),
            ["showgrid"] = false, // a line between names means nothing, and would run through the numbers behind bars
        };

    /// <summary>An axis of rows, numbered from 0 at the top, with names for ticks: for marks that lie beside the middle of a row.</summary>
    /// <param name="title">What the rows are.</param>
    /// <param name="names">One for each row.</param>
    /// <param name="above">Room above the first row, in rows.</param>
    public static Dictionary<string, object> RowAxis(string title, IReadOnlyList<string> names, double above = 0) =>
        new(Axis(title))
        {
            ["tickmode"] = "array",
            ["tickvals"] = Enumerable.Range(0, names.Count).ToArray(),
            ["ticktext"] = names.Select(PlotlyText.Encode).ToArray(),
            ["range"] = new[] { names.Count - 0.5, -0.5 - above }, // the first row on top
            ["zeroline"] = false,
            ["showgrid"] = false,
        };

    /// <summary>Words beside points, in the colour of all text; they are no data, so neither legend nor pointer finds them.</summary>
    public static Trace Labels<TX, TY>(IReadOnlyList<(TX X, TY Y, string Text)> labels)
        where TX : notnull
        where TY : notnull
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "text");
        trace.SetProperty("x", labels.Select(label => label.X).ToArray());
        trace.SetProperty("y", labels.Select(label => label.Y).ToArray());
        trace.SetProperty("text", labels.Select(label => PlotlyText.Encode($"\u00a0{label.Text}")).ToArray());
        trace.SetProperty("textposition", "middle right");
        trace.SetProperty("cliponaxis", false);
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    // Above the plot, in the order of the traces. A click hides nothing: totals beside the bars would then be wrong.
    private static Dictionary<string, object> Legend() =>
        new()
        {
            ["orientation"] = "h",
            ["traceorder"] = "normal",
            ["y"] = 1.02,
            ["yanchor"] = "bottom",
            ["itemclick"] = false,
            ["itemdoubleclick"] = false,
        };

    private static Dictionary<string, object> Text(string text) => new() { ["text"] = PlotlyText.Encode(text) };
}
