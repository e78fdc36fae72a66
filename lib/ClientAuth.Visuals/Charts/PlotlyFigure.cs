using System.Text.Json.Nodes;
using ClientAuth.Visuals.Html;
using Newtonsoft.Json;
using Plotly.NET;

namespace ClientAuth.Visuals.Charts;

/// <summary>What all figures for plotly.js have in common. Attributes are those of plotly.js 3, without Plotly.NET's default template.</summary>
internal static class PlotlyFigure
{
    // plotly.js cannot inherit the viewer's text colour, so the figure brings a ground and an ink of its own.
    private const string Ground = "#ffffff";
    private const string Ink = "#222222";
    private const string Grid = "#dddddd";

    /// <summary>Traces and layout as Plotly.NET writes them, with a config beside them.</summary>
    public static string ToJson(IEnumerable<Trace> traces, Layout layout) =>
        new JsonObject
        {
            ["data"] = Serialize(traces),
            ["layout"] = Serialize(layout),
            ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
        }.ToJsonString();

    /// <summary>The one trace of a chart that has one.</summary>
    public static Trace TraceOf(GenericChart chart) => GenericChart.getTraces(chart).Single();

    public static Layout Layout(Figure figure, int rows)
    {
        var layout = new Layout();
        layout.SetProperty(
            "title",
            new Dictionary<string, object>(Text(figure.Title)) { ["y"] = 0.96, ["yanchor"] = "top" }
        );
        layout.SetProperty("legend", Legend());
        layout.SetProperty("height", 240 + (rows * 34));
        layout.SetProperty("paper_bgcolor", Ground);
        layout.SetProperty("plot_bgcolor", Ground);
        layout.SetProperty("font", new Dictionary<string, object> { ["color"] = Ink });
        layout.SetProperty("margin", new Dictionary<string, object> { ["t"] = 110, ["r"] = 130 });
        return layout;
    }

    public static Dictionary<string, object> Axis(string title) =>
        new()
        {
            ["title"] = new Dictionary<string, object>(Text(title)) { ["standoff"] = 12 },
            ["automargin"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = Grid,
            ["gridcolor"] = Grid,
        };

    /// <summary>An axis of names in this order.</summary>
    public static Dictionary<string, object> CategoryAxis(string title, IEnumerable<string> names) =>
        new(Axis(title))
        {
            ["type"] = "category",
            ["categoryorder"] = "array",
            ["categoryarray"] = names.Select(PlotlyText.Encode).ToArray(),
        };

    // Above the plot, in the order of the traces.
    private static Dictionary<string, object> Legend() =>
        new()
        {
            ["orientation"] = "h",
            ["traceorder"] = "normal",
            ["y"] = 1.02,
            ["yanchor"] = "bottom",
        };

    // What GenericChart.toFigureJson does, without the settings that it reads: their initializer calls Giraffe, and a scripting
    // engine gives Giraffe, which asks for an older FSharp.Core, a second copy of it. The types of the two do not mix.
    private static JsonNode? Serialize(object part) =>
        JsonNode.Parse(
            JsonConvert.SerializeObject(
                part,
                new JsonSerializerSettings { ReferenceLoopHandling = ReferenceLoopHandling.Serialize }
            )
        );

    private static Dictionary<string, object> Text(string text) => new() { ["text"] = PlotlyText.Encode(text) };
}
