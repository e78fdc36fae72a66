using ClientAuth.Visuals.Colors;

namespace ClientAuth.Visuals.Drawing;

/// <summary>
/// Colour, marker and dashes of a line or of points. Each colour has a contrast of at least 3 to 1 to a white and to a dark
/// page (WCAG 2.2 §1.4.11); they are those of Okabe and Ito, where need be darkened. Marker and dashes carry the same difference.
/// </summary>
/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="Symbol">As plotly.js calls it.</param>
/// <param name="Dash">As plotly.js calls it.</param>
/// <param name="DashArray">The same for SVG: lengths of strokes and gaps; empty for a solid line.</param>
internal sealed record LineLook(string Color, string Symbol, string Dash, string DashArray)
{
    public static IReadOnlyList<LineLook> All { get; } =
    [
        new(Palette.Blue, "circle", "solid", ""),
        new(Palette.Vermillion, "square", "dash", "7 4"),
        new(Palette.BluishGreen, "diamond", "dot", "2 4"),
        new(Palette.ReddishPurple, "triangle-up", "dashdot", "8 4 2 4"),
        new(Palette.DarkOrange, "cross", "longdash", "14 5"),
        new(Palette.DarkSkyBlue, "x", "longdashdot", "14 5 2 5"),
    ];

    /// <summary>The looks repeat where there are more series than looks.</summary>
    public static LineLook At(int index) => All[index % All.Count];
}
