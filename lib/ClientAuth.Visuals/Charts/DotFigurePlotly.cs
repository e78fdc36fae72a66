using ClientAuth.Visuals.Html;
using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace ClientAuth.Visuals.Charts;

/// <summary>Rows of dots as a Plotly figure.</summary>
internal static class DotFigurePlotly
{
    public static string Render(DotFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Rows.Count * 34);
        layout.SetProperty(
            "xaxis",
            new Dictionary<string, object>(PlotlyFigure.CategoryAxis(figure.XTitle, figure.Columns))
            {
                ["tickangle"] = -40,
            }
        );
        // plotly.js puts the first category at the bottom.
        layout.SetProperty(
            "yaxis",
            PlotlyFigure.CategoryAxis(figure.YTitle, figure.Rows.Select(row => row.Name).Reverse())
        );
        return PlotlyFigure.ToJson([Ways(figure), Passed(figure.Rows), Failed(figure.Rows), Labels(figure)], layout);
    }

    // A thin line from the first column to where each row ended; the null between two rows keeps them apart.
    private static Trace Ways(DotFigure figure)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("x", Ends(figure, row => [figure.Columns[0], figure.LastColumn(row)]));
        trace.SetProperty("y", Ends(figure, row => [row.Name, row.Name]));
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = PlotlyTheme.Grid, ["width"] = 1 });
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private static string?[] Ends(DotFigure figure, Func<DotRow, string[]> ends) =>
        figure.Columns.Count == 0
            ? []
            : [.. figure.Rows.SelectMany(row => ends(row).Select(PlotlyText.Encode).Append<string?>(null))];

    private static Trace Passed(IReadOnlyList<DotRow> rows) =>
        Dots(
            "passed",
            [.. rows.SelectMany(row => row.Passed.Select(check => (check, row.Name)))],
            Marker(SeriesLook.Passed, "circle")
        );

    private static Trace Failed(IReadOnlyList<DotRow> rows) =>
        Dots(
            "failed",
            [.. rows.Where(row => row.Failed is not null).Select(row => (row.Failed!, row.Name))],
            Marker(SeriesLook.Failed, "x")
        );

    // Nothing stands behind a row's last mark, so its label is written there, as in the drawing.
    private static Trace Labels(DotFigure figure) =>
        PlotlyFigure.Labels([
            .. figure
                .Rows.Where(row => figure.Columns.Count > 0)
                .Select(row =>
                    (PlotlyText.Encode(figure.LastColumn(row)), PlotlyText.Encode(row.Name), $"\u00a0{row.Label}")
                ),
        ]);

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
        trace.SetProperty("cliponaxis", false);
        trace.SetProperty("hovertemplate", $"%{{y}}<br>%{{x}}: %{{fullData.name}}{PlotlyFigure.NoSecondBox}");
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
