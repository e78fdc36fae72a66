using ClientAuth.Visuals.Html;
using Plotly.NET;

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
        return PlotlyFigure.ToJson(Plotly.NET.CSharp.Chart.Combine([Passed(figure.Rows), Failed(figure.Rows)]), layout);
    }

    private static GenericChart Passed(IReadOnlyList<DotRow> rows) =>
        Trace(
            "passed",
            [.. rows.SelectMany(row => row.Passed.Select(check => (check, row.Name)))],
            SeriesLook.Passed,
            StyleParam.MarkerSymbol.Circle
        );

    private static GenericChart Failed(IReadOnlyList<DotRow> rows) =>
        Trace(
            "failed",
            [.. rows.Where(row => row.Failed is not null).Select(row => (row.Failed!, row.Name))],
            SeriesLook.Failed,
            StyleParam.MarkerSymbol.X
        );

    private static GenericChart Trace(
        string name,
        IReadOnlyList<(string X, string Y)> points,
        string color,
        StyleParam.MarkerSymbol symbol
    ) =>
        Plotly.NET.CSharp.Chart.Point<string, string, string>(
            x: points.Select(point => PlotlyText.Encode(point.X)).ToArray(),
            y: points.Select(point => PlotlyText.Encode(point.Y)).ToArray(),
            Name: name,
            MarkerColor: Color.fromHex(color),
            MarkerSymbol: symbol,
            UseDefaults: false
        );
}
