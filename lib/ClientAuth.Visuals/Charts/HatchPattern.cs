using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Charts;

/// <summary>A hatch as an SVG pattern. Where a viewer drops the reference to it, the plain fill below still shows.</summary>
internal static class HatchPattern
{
    private const string Ink = "#000000";

    public static HtmlElement? Define(string id, Hatch hatch) =>
        Mark(hatch) is { } mark
            ? new HtmlElement("pattern", mark)
                .With("id", id)
                .With("width", 8)
                .With("height", 8)
                .With("patternUnits", "userSpaceOnUse")
            : null;

    private static HtmlElement? Mark(Hatch hatch) =>
        hatch switch
        {
            Hatch.Rising => Stroke("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
            Hatch.Falling => Stroke("M-2 6L2 10M0 0L8 8M6 -2L10 2"),
            Hatch.Upright => Stroke("M4 0V8"),
            Hatch.Dots => new HtmlElement("circle")
                .With("cx", 4)
                .With("cy", 4)
                .With("r", 1.2)
                .With("fill", Ink)
                .With("fill-opacity", 0.45),
            _ => null,
        };

    private static HtmlElement Stroke(string path) =>
        new HtmlElement("path").With("d", path).With("stroke", Ink).With("stroke-opacity", 0.3).With("fill", "none");
}
