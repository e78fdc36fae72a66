using System.Diagnostics;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;

namespace ClientAuth.Visuals.PlotlyFigures;

/// <summary>The look of a series as the marker of a Plotly bar.</summary>
internal static class BarMarker
{
    public static Dictionary<string, object> Of(SeriesLook look)
    {
        // Some fills are as bright as a white page; an outline bounds them on both grounds.
        var marker = new Dictionary<string, object>
        {
            ["color"] = look.Fill,
            ["line"] = new Dictionary<string, object> { ["color"] = PlotlyTheme.Ink, ["width"] = 0.75 },
        };
        if (look.Hatch != Hatch.None)
        {
            marker["pattern"] = Pattern(look.Hatch);
        }

        return marker;
    }

    // "overlay" keeps the fill below the hatch; plotly.js leaves the ground white otherwise.
    private static Dictionary<string, object> Pattern(Hatch hatch) =>
        new()
        {
            ["shape"] = Shape(hatch),
            ["fillmode"] = "overlay",
            ["fgcolor"] = Palette.Black,
            ["fgopacity"] = 0.2,
            ["size"] = 6,
            ["solidity"] = 0.2,
        };

    private static string Shape(Hatch hatch) =>
        hatch switch
        {
            Hatch.Rising => "/",
            Hatch.Falling => "\\",
            Hatch.Upright => "|",
            Hatch.Dots => ".",
            _ => throw new UnreachableException(),
        };
}
