using System.Text.Json.Nodes;
using ClientAuth.Visuals.PlotlyFigures;
using Plotly.NET;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>What a chart of Plotly.NET holds: its traces, its layout and its config, as JSON of its own.</summary>
internal sealed record FigureJson(IReadOnlyList<JsonObject> Traces, JsonObject Layout, JsonObject Config)
{
    /// <exception cref="InvalidOperationException">It is too large to show.</exception>
    public static FigureJson Of(GenericChart chart) =>
        new(
            [.. (TraceJson.Of(GenericChart.getTraces(chart)) as JsonArray ?? []).OfType<JsonObject>()],
            TraceJson.Of(GenericChart.getLayout(chart)) as JsonObject ?? [],
            TraceJson.Of(GenericChart.getConfig(chart)) as JsonObject ?? []
        );

    /// <summary>The chart's title without markup, or null.</summary>
    public string? Title => TextOf(Layout["title"]);

    /// <summary>A title of a layout or of an axis: an object with a text, or the text itself.</summary>
    public static string? TextOf(JsonNode? title)
    {
        var text = title is JsonObject named ? Text(named["text"]) : Text(title);
        return string.IsNullOrWhiteSpace(text) ? null : PlotlyMarkup.Plain(text);
    }

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The items of a list, or null where it is none.</summary>
    public static IReadOnlyList<JsonNode?>? List(JsonNode? node) => node is JsonArray array ? [.. array] : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static double? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
