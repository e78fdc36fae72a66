using System.Diagnostics;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace ClientAuth.Visuals.Charts;

/// <summary>Stacked bars as a Plotly figure.</summary>
internal static class BarFigurePlotly
{
    public static string Render(BarFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Categories.Count);
        layout.SetProperty("barmode", "stack");
        layout.SetProperty("xaxis", PlotlyFigure.Axis(figure.XTitle));
        // plotly.js puts the first category at the bottom.
        layout.SetProperty("yaxis", PlotlyFigure.CategoryAxis(figure.YTitle, figure.Categories.Reverse()));
        // A number that does not fit into its part is left out rather than shrunk; it shows on hover.
        layout.SetProperty("uniformtext", new Dictionary<string, object> { ["mode"] = "hide", ["minsize"] = 10 });
        return PlotlyFigure.ToJson(
            Plotly.NET.CSharp.Chart.Combine(figure.Series.Select(series => Trace(figure.Categories, series))),
            layout
        );
    }

    private static GenericChart Trace(IReadOnlyList<string> categories, BarSeries series)
    {
        var chart = Plotly.NET.CSharp.Chart.StackedBar<double, string, string>(
            values: series.Values,
            Keys: categories.Select(PlotlyText.Encode).ToArray(),
            Name: PlotlyText.Encode(series.Name),
            Marker: Marker(series.Look),
            MultiText: series.Values.Select(value => value > 0 ? Numbers.Show(value) : "").ToArray(),
            TextPosition: StyleParam.TextPosition.Inside,
            UseDefaults: false
        );
        foreach (var trace in GenericChart.getTraces(chart))
        {
            trace.SetProperty("insidetextanchor", "middle");
            trace.SetProperty("insidetextfont", new Dictionary<string, object> { ["color"] = series.Look.Ink });
            trace.SetProperty("textangle", 0);
        }

        return chart;
    }

    private static Marker Marker(SeriesLook look)
    {
        var marker = new Marker();
        marker.SetProperty("color", look.Fill);
        if (look.Hatch != Hatch.None)
        {
            marker.SetProperty("pattern", HatchOver(look.Hatch));
        }

        return marker;
    }

    // "overlay" keeps the fill below the hatch; plotly.js leaves the ground white otherwise.
    private static Pattern HatchOver(Hatch hatch)
    {
        var pattern = new Pattern();
        pattern.SetProperty("shape", Shape(hatch));
        pattern.SetProperty("fillmode", "overlay");
        pattern.SetProperty("fgcolor", "#000000");
        pattern.SetProperty("fgopacity", 0.3);
        pattern.SetProperty("size", 6);
        pattern.SetProperty("solidity", 0.2);
        return pattern;
    }

    private static string Shape(Hatch hatch) =>
        hatch switch
        {
            Hatch.Rising => "/",
            Hatch.Falling => "\\",
            Hatch.Upright => "|",
            Hatch.Dots => ".",
            _ => throw new UnreachableException(),
        };
}
