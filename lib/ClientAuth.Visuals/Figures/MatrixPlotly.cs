using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;
using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace ClientAuth.Visuals.Figures;

/// <summary>A matrix as a Plotly figure: a trace for each kind of cell, and beside each row what the server answered.</summary>
internal static class MatrixPlotly
{
    private const int RowHeight = 40;

    public static string Render(MatrixFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Rows.Count * RowHeight);
        layout.SetProperty(
            "xaxis",
            new Dictionary<string, object>(
                PlotlyFigure.CategoryAxis(figure.XTitle, figure.Columns.Select(column => column.Name))
            )
            {
                ["tickangle"] = -40,
            }
        );
        // plotly.js puts the first category at the bottom.
        layout.SetProperty(
            "yaxis",
            PlotlyFigure.CategoryAxis(figure.YTitle, figure.Rows.Select(row => row.Name).Reverse())
        );
        layout.SetProperty("margin", new Dictionary<string, object> { ["t"] = 110, ["r"] = Right(figure) });
        return PlotlyFigure.ToJson(
            [
                .. figure.Kinds.Select(kind => Cells(figure, kind)),
                Words(figure, row => row.Verdict, "top right"),
                Words(figure, row => row.Response, "bottom right"),
            ],
            layout
        );
    }

    // Two lines behind the last column, as in the drawing.
    private static Trace Words(MatrixFigure figure, Func<MatrixRow, string> words, string position)
    {
        var trace = PlotlyFigure.Labels([
            .. figure
                .Rows.Where(_ => figure.Columns.Count > 0)
                .Select(row =>
                    (
                        PlotlyText.Encode(figure.Columns[^1].Name),
                        PlotlyText.Encode(row.Name),
                        $"\u00a0\u00a0\u00a0{words(row)}"
                    )
                ),
        ]);
        trace.SetProperty("textposition", position);
        return trace;
    }

    private static int Right(MatrixFigure figure) =>
        40
        + (int)
            figure
                .Rows.SelectMany(row => new[] { row.Verdict, row.Response })
                .Select(Svg.WidthOf)
                .DefaultIfEmpty(0)
                .Max();

    private static Trace Cells(MatrixFigure figure, MatrixCell kind)
    {
        (string X, string Y)[] points =
        [
            .. figure.Rows.SelectMany(row =>
                figure.Columns.Zip(row.Cells).Where(one => one.Second == kind).Select(one => (one.First.Name, row.Name))
            ),
        ];
        var chart = Plotly.NET.CSharp.Chart.Point<string, string, string>(
            x: points.Select(point => PlotlyText.Encode(point.X)).ToArray(),
            y: points.Select(point => PlotlyText.Encode(point.Y)).ToArray(),
            Name: MatrixCells.Name(kind),
            Marker: Marker(kind),
            UseDefaults: false
        );
        var trace = PlotlyFigure.TraceOf(chart);
        trace.RemoveProperty("line"); // Plotly.NET leaves an empty one, which markers do not have
        trace.SetProperty("cliponaxis", false);
        trace.SetProperty("hovertemplate", $"%{{y}}<br>%{{x}}: %{{fullData.name}}{PlotlyFigure.NoSecondBox}");
        return trace;
    }

    private static Marker Marker(MatrixCell kind)
    {
        var marker = new Marker();
        marker.SetProperty("color", MatrixCells.Color(kind));
        marker.SetProperty("symbol", MatrixCells.Symbol(kind));
        marker.SetProperty("size", kind == MatrixCell.NotReached ? 6 : 11);
        return marker;
    }
}
