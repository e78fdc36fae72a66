using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Drawing;

/// <summary>A hatch as an SVG pattern. Where a viewer drops the reference to it, the plain fill below still shows.</summary>
internal static class HatchPattern
{
    /// <param name="id">What a fill refers to.</param>
    /// <param name="hatch">None has no pattern.</param>
    /// <param name="ink">The colour of the strokes; black where they stand on a fill.</param>
    /// <param name="opacity">The opacity of the strokes.</param>
    public static HtmlElement? Define(string id, Hatch hatch, string ink = Palette.Black, double opacity = 0.3) =>
        Mark(hatch, ink, opacity) is { } mark
            ? new HtmlElement("pattern", mark)
                .With("id", id)
                .With("width", 8)
                .With("height", 8)
                .With("patternUnits", "userSpaceOnUse")
            : null;

    private static HtmlElement? Mark(Hatch hatch, string ink, double opacity) =>
        hatch switch
        {
            Hatch.Rising => Stroke("M-2 2L2 -2M0 8L8 0M6 10L10 6", ink, opacity),
            Hatch.Falling => Stroke("M-2 6L2 10M0 0L8 8M6 -2L10 2", ink, opacity),
            Hatch.Upright => Stroke("M4 0V8", ink, opacity),
            Hatch.Dots => new HtmlElement("circle")
                .With("cx", 4)
                .With("cy", 4)
                .With("r", 1.2)
                .With("fill", ink)
                .With("fill-opacity", 0.45),
            _ => null,
        };

    private static HtmlElement Stroke(string path, string ink, double opacity) =>
        new HtmlElement("path")
            .With("d", path)
            .With("stroke", ink)
            .With("stroke-opacity", opacity)
            .With("fill", "none");
}
