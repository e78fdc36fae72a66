using ClientAuth.Visuals.Html;
using Trace = Plotly.NET.Trace;

namespace ClientAuth.Visuals.Charts;

/// <summary>Stretches as a Plotly figure: bars that begin at a base of their own.</summary>
internal static class StretchFigurePlotly
{
    public static string Render(StretchFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Categories.Count);
        layout.SetProperty("barmode", "group");
        layout.SetProperty("xaxis", PlotlyFigure.Axis(figure.XTitle));
        // plotly.js puts the first category, and in it the first series, at the bottom.
        layout.SetProperty("yaxis", PlotlyFigure.CategoryAxis(figure.YTitle, figure.Categories.Reverse()));
        return PlotlyFigure.ToJson(figure.Series.Reverse().Select(series => Bars(figure.Categories, series)), layout);
    }

    private static Trace Bars(IReadOnlyList<string> categories, StretchSeries series)
    {
        (string Category, Stretch Stretch)[] bars =
        [
            .. series.Rows.SelectMany((row, i) => OrNothing(row).Select(stretch => (categories[i], stretch))),
        ];
        var chart = Plotly.NET.CSharp.Chart.StackedBar<int, string, string>(
            values: bars.Select(bar => bar.Stretch.Length).ToArray(),
            Keys: bars.Select(bar => PlotlyText.Encode(bar.Category)).ToArray(),
            Name: PlotlyText.Encode(series.Name),
            UseDefaults: false
        );
        var trace = PlotlyFigure.TraceOf(chart);
        trace.SetProperty("base", bars.Select(bar => bar.Stretch.From).ToArray());
        trace.SetProperty("marker", BarMarker.Of(series.Look));
        return trace;
    }

    // A category without a bar would have no place on the axis.
    private static IEnumerable<Stretch> OrNothing(IReadOnlyList<Stretch> row) => row is [] ? [new Stretch(0, 0)] : row;
}
