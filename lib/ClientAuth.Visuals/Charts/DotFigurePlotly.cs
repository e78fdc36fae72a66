using ClientAuth.Visuals.Html;
using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace ClientAuth.Visuals.Charts;

/// <summary>Rows of dots as a Plotly figure.</summary>
internal static class DotFigurePlotly
{
    public static string Render(DotFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Rows.Count);
        layout.SetProperty("xaxis", PlotlyFigure.CategoryAxis(figure.XTitle, figure.Columns));
        // plotly.js puts the first category at the bottom.
        layout.SetProperty(
            "yaxis",
            PlotlyFigure.CategoryAxis(figure.YTitle, figure.Rows.Select(row => row.Name).Reverse())
        );
        return PlotlyFigure.ToJson([Passed(figure.Rows), Failed(figure.Rows)], layout);
    }

    private static Trace Passed(IReadOnlyList<DotRow> rows) =>
        Dots(
            "passed",
            [.. rows.SelectMany(row => row.Passed.Select(check => (check, row.Name)))],
            Marker(SeriesLook.Passed, "circle")
        );

    private static Trace Failed(IReadOnlyList<DotRow> rows)
    {
        (string Check, string Name)[] points =
        [
            .. rows.Where(r => r.Failed is not null).Select(r => (r.Failed!, r.Name)),
        ];
        var trace = Dots("failed", points, Marker(SeriesLook.Failed, "x"));
        trace.SetProperty("mode", "markers+text");
        trace.SetProperty("text", points.Select(point => PlotlyText.Encode(point.Check)).ToArray());
        trace.SetProperty("textposition", "middle right");
        trace.SetProperty("cliponaxis", false);
        return trace;
    }

    private static Trace Dots(string name, IReadOnlyList<(string X, string Y)> points, Marker marker)
    {
        var chart = Plotly.NET.CSharp.Chart.Point<string, string, string>(
            x: points.Select(point => PlotlyText.Encode(point.X)).ToArray(),
            y: points.Select(point => PlotlyText.Encode(point.Y)).ToArray(),
            Name: name,
            Marker: marker,
            UseDefaults: false
        );
        var trace = PlotlyFigure.TraceOf(chart);
        trace.RemoveProperty("line"); // Plotly.NET leaves an empty one, which markers do not have
        return trace;
    }

    private static Marker Marker(string color, string symbol)
    {
        var marker = new Marker();
        marker.SetProperty("color", color);
        marker.SetProperty("symbol", symbol);
        marker.SetProperty("size", 10);
        return marker;
    }
}
