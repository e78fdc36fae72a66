using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using Plotly.NET;
using Trace = Plotly.NET.Trace;

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
        return PlotlyFigure.ToJson(figure.Series.Select(series => Bars(figure.Categories, series)), layout);
    }

    private static Trace Bars(IReadOnlyList<string> categories, BarSeries series)
    {
        var chart = Plotly.NET.CSharp.Chart.StackedBar<double, string, string>(
            values: series.Values,
            Keys: categories.Select(PlotlyText.Encode).ToArray(),
            Name: PlotlyText.Encode(series.Name),
            MultiText: series.Values.Select(value => value > 0 ? Numbers.Show(value) : "").ToArray(),
            TextPosition: StyleParam.TextPosition.Inside,
            UseDefaults: false
        );
        var trace = PlotlyFigure.TraceOf(chart);
        trace.SetProperty("marker", BarMarker.Of(series.Look));
        trace.SetProperty("insidetextanchor", "middle");
        trace.SetProperty("insidetextfont", new Dictionary<string, object> { ["color"] = series.Look.Ink });
        trace.SetProperty("textangle", 0);
        return trace;
    }
}
