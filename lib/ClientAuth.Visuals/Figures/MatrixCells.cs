using System.Diagnostics;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.PlotlyFigures;

namespace ClientAuth.Visuals.Figures;

/// <summary>What the cells of a matrix are called, in its legend and wherever there is no drawing.</summary>
internal static class MatrixCells
{
    public static string Name(MatrixCell cell) =>
        cell switch
        {
            MatrixCell.Passed => "passed",
            MatrixCell.Failed => "failed: the row ends",
            MatrixCell.NotReached => "not reached",
            MatrixCell.NoSuchCheck => "no such check for this request",
            _ => throw new UnreachableException(),
        };

    /// <summary>The shape as plotly.js calls it; the drawing has the same.</summary>
    public static string Symbol(MatrixCell cell) =>
        cell switch
        {
            MatrixCell.Passed => "circle",
            MatrixCell.Failed => "x",
            MatrixCell.NotReached => "circle-open",
            MatrixCell.NoSuchCheck => "line-ew-open",
            _ => throw new UnreachableException(),
        };

    /// <summary>The colour of the shape in a figure for plotly.js, which does not know the colour of the page.</summary>
    public static string Color(MatrixCell cell) =>
        cell switch
        {
            MatrixCell.Passed => Palette.Passed,
            MatrixCell.Failed => Palette.Failed,
            _ => PlotlyTheme.Ink,
        };
}
