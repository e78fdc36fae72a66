using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using Plotly.NET;

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
        layout.SetProperty(
            "legend",
            new Dictionary<string, object>
            {
                ["orientation"] = "h",
                ["traceorder"] = "normal",
                ["y"] = -0.25,
            }
        );
        return PlotlyFigure.ToJson(
            Plotly.NET.CSharp.Chart.Combine(figure.Series.Select(series => Trace(figure.Categories, series))),
            layout
        );
    }

    private static GenericChart Trace(IReadOnlyList<string> categories, BarSeries series) =>
        Plotly.NET.CSharp.Chart.StackedBar<double, string, string>(
            values: series.Values,
            Keys: categories.Select(PlotlyText.Encode).ToArray(),
            Name: PlotlyText.Encode(series.Name),
            MarkerColor: Color.fromHex(series.Look.Fill),
            MarkerPatternShape: Shape(series.Look.Hatch),
            MultiText: series.Values.Select(value => value > 0 ? Numbers.Show(value) : "").ToArray(),
            TextPosition: StyleParam.TextPosition.Inside,
            UseDefaults: false
        );

    private static StyleParam.PatternShape Shape(Hatch hatch) =>
        hatch switch
        {
            Hatch.Rising => StyleParam.PatternShape.DiagonalAscending,
            Hatch.Falling => StyleParam.PatternShape.DiagonalDescending,
            Hatch.Upright => StyleParam.PatternShape.VerticalLines,
            Hatch.Dots => StyleParam.PatternShape.Dots,
            _ => StyleParam.PatternShape.None,
        };
}
