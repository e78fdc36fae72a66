using System.Text.Json.Nodes;
using ClientAuth.Visuals.GenericCharts.Reading;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>What a reader's chart shows, in one line; also the text alternative of its drawing.</summary>
internal static class ChartWords
{
    private const int MostNamed = 6;

    /// <summary>The chart's own title; else what its axes say, or what kind of chart it is.</summary>
    public static string Title(FigureJson figure, IReadOnlyList<TraceData> traces) =>
        figure.Title
        ?? AxisTitles(figure)
        ?? (
            traces.Count == 0
                ? "Chart"
                : string.Join(", ", traces.Select(trace => Upper(trace.Kind)).Distinct().Take(3))
        );

    private static string? AxisTitles(FigureJson figure) =>
        FigureJson.TextOf((figure.Layout["xaxis"] as JsonObject)?["title"]) is { } across
        && FigureJson.TextOf((figure.Layout["yaxis"] as JsonObject)?["title"]) is { } upwards
            ? $"{Upper(upwards)} by {across}"
            : null;

    /// <param name="title">Of the chart.</param>
    /// <param name="traces">All that are shown.</param>
    public static string Summary(string title, IReadOnlyList<TraceData> traces)
    {
        var named = string.Join("; ", traces.Take(MostNamed).Select(trace => Describe(trace, traces.Count)));
        var rest = traces.Count > MostNamed ? $"; and {Numbers.Show(traces.Count - MostNamed)} more" : "";
        return VisibleText.Line(traces.Count == 0 ? $"{title}: no data" : $"{title}: {named}{rest}");
    }

    private static string Describe(TraceData trace, int count)
    {
        var name = count > 1 ? $"{trace.Name}, " : "";
        return $"{name}{trace.Kind} of {Numbers.Show(trace.Count)} values{Range(trace)}";
    }

    private static string Range(TraceData trace)
    {
        var data = trace.IsLying || trace.IsHistogram ? trace.X ?? trace.Y : trace.Y ?? trace.X;
        var axis = AxisValues.Of(null, [.. data ?? []]);
        var values = (data ?? []).Select(axis.Of).Where(double.IsFinite).ToList();
        return values.Count == 0 || axis.Kind == AxisKind.Category
            ? ""
            : $" from {axis.Show(values.Min())} to {axis.Show(values.Max())}";
    }

    private static string Upper(string words) =>
        words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
