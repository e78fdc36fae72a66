using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>One trace of a chart as its drawing needs it.</summary>
/// <param name="Json">As plotly.js gets it.</param>
/// <param name="Index">Its position among the traces that are shown.</param>
internal sealed partial record TraceData(JsonObject Json, int Index)
{
    private const int MostColumns = 8;

    // What is data in the kinds of charts that there are; other lists are colours, sizes and the like.
    private static readonly string[] DataNames =
    [
        .. new[]
        {
            "x",
            "y",
            "z",
            "labels",
            "parents",
            "values",
            "r",
            "theta",
            "a",
            "b",
            "c",
            "lat",
            "lon",
            "locations",
        },
        .. new[] { "open", "high", "low", "close", "measure", "text", "value" },
    ];

    /// <summary>As plotly.js calls it: <c>scatter</c>, <c>bar</c>, <c>heatmap</c>.</summary>
    public string Type { get; } = FigureJson.Text(Json["type"]) is { Length: > 0 } type ? type : "scatter";

    public string Name { get; } =
        FigureJson.Text(Json["name"]) is { Length: > 0 } name
            ? PlotlyMarkup.Plain(name)
            : $"trace {Numbers.Show(Index)}";

    public string Mode { get; } = FigureJson.Text(Json["mode"]) ?? "lines+markers";

    public IReadOnlyList<JsonNode?>? X { get; } = FigureJson.List(Json["x"]);

    public IReadOnlyList<JsonNode?>? Y { get; } = FigureJson.List(Json["y"]);

    public bool IsPoints => Type is "scatter" or "scattergl";

    public bool IsBars => Type is "bar";

    public bool IsHistogram => Type is "histogram";

    public bool IsBoxes => Type is "box";

    /// <summary>Whether bars or boxes lie: values go across.</summary>
    public bool IsLying =>
        FigureJson.Text(Json["orientation"]) is { } orientation ? orientation == "h"
        : IsHistogram ? X is null
        : IsBoxes && Y is null;

    /// <summary>The one colour that the reader gave it, or null; what is no plain colour goes into no attribute.</summary>
    public string? Color =>
        new[] { Json["line"], Json["marker"] }
            .Select(part => FigureJson.Text((part as JsonObject)?["color"]))
            .Append(FigureJson.Text(Json["fillcolor"]))
            .FirstOrDefault(color => color is not null && PlainColor.IsMatch(color));

    /// <summary>What its data consists of, for one sentence.</summary>
    public string Kind =>
        Type switch
        {
            _ when IsPoints && Json["stackgroup"] is not null => "area",
            _ when IsPoints && FigureJson.Text(Json["fill"]) is { } fill and not "none" && fill.Length > 0 => "area",
            _ when IsPoints && Mode.Contains("lines", StringComparison.Ordinal) => "line",
            _ when IsPoints => "points",
            "bar" => "bars",
            "box" => "box plot",
            var other => VisibleText.Line(other),
        };

    /// <summary>How many values its longest list has.</summary>
    public int Count => DataColumns.Select(column => column.Values.Count).DefaultIfEmpty(0).Max();

    /// <summary>The lists that are data; a single number, as of a gauge, is a list of one.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<JsonNode?> Values)> DataColumns =>
        [
            .. DataNames
                .Where(name => Json[name] is JsonArray || (name == "value" && Json[name] is JsonValue))
                .Select(name => (name, FigureJson.List(Json[name]!) ?? [Json[name]]))
                .Take(MostColumns),
        ];

    [GeneratedRegex(@"^(#[0-9a-fA-F]{3,8}|rgba?\([0-9., %]{5,40}\)|[a-zA-Z]{3,24})$")]
    private static partial Regex PlainColor { get; }
}
