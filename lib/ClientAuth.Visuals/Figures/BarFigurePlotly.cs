using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;
using ClientAuth.Visuals.Text;
using Plotly.NET;
using Trace = Plotly.NET.Trace;

namespace ClientAuth.Visuals.Figures;

/// <summary>Stacked bars as a Plotly figure, with the total behind each.</summary>
internal static class BarFigurePlotly
{
    public static string Render(BarFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Categories.Count * 34);
        layout.SetProperty("barmode", "stack");
        layout.SetProperty("xaxis", PlotlyFigure.Axis(figure.XTitle));
        // plotly.js puts the first category at the bottom.
        layout.SetProperty("yaxis", PlotlyFigure.CategoryAxis(figure.YTitle, figure.Categories.Reverse()));
        // A number that does not fit into its part is left out rather than shrunk; it shows on hover.
        layout.SetProperty("uniformtext", new Dictionary<string, object> { ["mode"] = "hide", ["minsize"] = 10 });
        return PlotlyFigure.ToJson([.. figure.Series.Select(series => Bars(figure, series)), Totals(figure)], layout);
    }

    private static Trace Bars(BarFigure figure, BarSeries series)
    {
        var chart = Plotly.NET.CSharp.Chart.StackedBar<double, string, string>(
            values: series.Values,
            Keys: figure.Categories.Select(PlotlyText.Encode).ToArray(),
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
        trace.SetProperty(
            "customdata",
            series.Values.Select(value => $"{Numbers.Show(value)} {figure.Unit}").ToArray()
        );
        trace.SetProperty("hovertemplate", $"%{{y}}<br>%{{fullData.name}}: %{{customdata}}{PlotlyFigure.NoSecondBox}");
        return trace;
    }

    private static Trace Totals(BarFigure figure) =>
        PlotlyFigure.Labels([
            .. figure.Categories.Select(
                (category, i) =>
                    (figure.Total(i), PlotlyText.Encode(category), $"{Numbers.Show(figure.Total(i))} {figure.Unit}")
            ),
        ]);
}
