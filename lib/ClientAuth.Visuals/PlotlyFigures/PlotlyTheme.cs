using ClientAuth.Visuals.Colors;

namespace ClientAuth.Visuals.PlotlyFigures;

/// <summary>
/// Colours of a Plotly figure on a page whose ground is not known. plotly.js cannot take the viewer's text colour, as the
/// drawing does, so the figure has no ground of its own and an ink that reads on a light and on a dark page.
/// </summary>
internal static class PlotlyTheme
{
    /// <summary>No ground: the page shows through.</summary>
    public const string Transparent = "rgba(0,0,0,0)";

    /// <summary>Text and outlines.</summary>
    public const string Ink = Palette.Grey;

    /// <summary>Grid lines and ticks: seen on both grounds, and behind the data.</summary>
    public const string Grid = "rgba(127,127,127,0.28)";

    /// <summary>The zero line of an axis.</summary>
    public const string Axis = "rgba(127,127,127,0.7)";

    /// <summary>In pixels; larger than plotly.js's 12, since the ink is a grey.</summary>
    public const int TextSize = 13;

    /// <summary>In pixels; from 18.66 on, bold, WCAG asks 3 to 1 only.</summary>
    public const int TitleSize = 19;

    public static Dictionary<string, object> TitleFont() => new() { ["size"] = TitleSize, ["weight"] = 600 };

    public static Dictionary<string, object> Font() => new() { ["color"] = Ink, ["size"] = TextSize };

    /// <summary>The buttons that plotly.js shows while the pointer is over the chart.</summary>
    public static Dictionary<string, object> ModeBar() =>
        new()
        {
            ["bgcolor"] = Transparent,
            ["color"] = Ink,
            ["activecolor"] = Palette.Blue,
        };
}
