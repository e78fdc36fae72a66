using System.Diagnostics;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>The shapes of the cells of a matrix. Each is told from the others by its form alone.</summary>
internal static class MatrixShapes
{
    public static HtmlElement Of(MatrixCell cell, double x, double y) =>
        cell switch
        {
            MatrixCell.Passed => Circle(x, y, 5, Palette.Passed).With("stroke-opacity", 0.6),
            MatrixCell.Failed => new HtmlElement("path")
                .WithOutline($"M{Numbers.Show(x - 5)} {Numbers.Show(y - 5)}l10 10m0 -10l-10 10")
                .With("stroke", Palette.Failed)
                .With("stroke-width", 3)
                .With("stroke-linecap", "round")
                .With("fill", "none"),
            MatrixCell.NotReached => Circle(x, y, 3, "none").With("stroke-opacity", 0.6),
            MatrixCell.NoSuchCheck => Svg.Line(x - 5, y, x + 5, y, 0.8).With("stroke-width", 2),
            _ => throw new UnreachableException(),
        };

    /// <summary>Each shape with what it means.</summary>
    public static Legend Legend(IReadOnlyList<MatrixCell> kinds, double width) =>
        new([.. kinds.Select(kind => new LegendEntry(MatrixCells.Name(kind), (x, y) => [Of(kind, x + 8, y)]))], width);

    private static HtmlElement Circle(double x, double y, double radius, string fill) =>
        new HtmlElement("circle")
            .With("cx", x)
            .With("cy", y)
            .With("r", radius)
            .With("fill", fill)
            .With("stroke", "currentColor");
}
