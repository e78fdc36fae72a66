using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Timelines;

/// <summary>What the forms of a time line hold: stretches as row, series, beginning and end, and marks as row and moment.</summary>
internal static class TimelineForms
{
    /// <summary>The stretches of each drawing, the wide one first.</summary>
    public static IEnumerable<IEnumerable<(string?, string?, double, double)>> Drawn(Chart chart) =>
        Drawings(chart)
            .Select(drawing =>
                With(drawing, "data-from")
                    .Select(element =>
                        (
                            (string?)element.Attribute("data-row"),
                            (string?)element.Attribute("data-series"),
                            Number(element, "data-from"),
                            Number(element, "data-to")
                        )
                    )
            );

    public static IEnumerable<IEnumerable<(string, double)>> DrawnMarks(Chart chart) =>
        Drawings(chart)
            .Select(drawing =>
                With(drawing, "data-at")
                    .Select(element => ((string)element.Attribute("data-row")!, Number(element, "data-at")))
            );

    public static IEnumerable<(string?, string?, double, double)> OfPlotly(Chart chart) =>
        from trace in Traces(chart)
        where trace.GetProperty("type").GetString() == "bar"
        from bar in Enumerable.Range(0, trace.GetProperty("x").GetArrayLength())
        let begin = trace.GetProperty("base")[bar].GetDouble()
        select (
            trace.GetProperty("customdata")[bar][0].GetString(),
            trace.GetProperty("name").GetString(),
            begin,
            begin + trace.GetProperty("x")[bar].GetDouble()
        );

    public static IEnumerable<(string, double)> PlotlyMarks(Chart chart) =>
        from trace in Traces(chart)
        where trace.TryGetProperty("mode", out var mode) && mode.GetString() == "markers"
        from mark in Enumerable.Range(0, trace.GetProperty("x").GetArrayLength())
        select (trace.GetProperty("customdata")[mark][0].GetString()!, trace.GetProperty("x")[mark].GetDouble());

    private static IEnumerable<XElement> Drawings(Chart chart) =>
        HtmlRules.Parse(chart.ToHtml()).Descendants().Where(element => element.Name.LocalName == "svg");

    private static IEnumerable<XElement> With(XElement drawing, string attribute) =>
        drawing.Descendants().Where(element => element.Attribute(attribute) is not null);

    private static JsonElement.ArrayEnumerator Traces(Chart chart) =>
        JsonDocument.Parse(chart.ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray();

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
